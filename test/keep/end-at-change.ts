import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

// Ends the process, as `kill -9` does, right before the change of the disk with the number in END_AT, or tells how many there were.
let changes = 0
const functions = fs as unknown as Record<string, (...args: unknown[]) => unknown>
for (const name of ['rm', 'rename', 'unlink', 'mkdir']) {
  const original = functions[name]!
  functions[name] = (...args) => {
    changes += 1
    if (changes === Number(process.env.END_AT)) process.kill(process.pid, 'SIGKILL')
    return original(...args)
  }
}
syncBuiltinESMExports()
process.on('exit', () => process.stdout.write(String(changes)))
