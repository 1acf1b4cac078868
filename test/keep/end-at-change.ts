import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { isMainThread } from 'node:worker_threads'

type Functions = Record<string, (...args: unknown[]) => unknown>

// Ends the process, as `kill -9` does, right before the change of the disk with the number in END_AT, or in the middle of it where
// it writes to a file; or tells how many there were.
let changes = 0
const end = (): void => void process.kill(process.pid, 'SIGKILL')

before(fs as unknown as Functions, ['rm', 'rename', 'unlink', 'mkdir', 'link', 'writeFile'])
await using file = await fs.open(import.meta.filename)
const ofFiles = Object.getPrototypeOf(file) as Functions
before(ofFiles, ['write', 'writeFile', 'datasync'], async (handle, [content]) => {
  if (typeof content !== 'string' && !ArrayBuffer.isView(content)) return
  const bytes = Buffer.from(content as Uint8Array)
  await ofFiles.appendFile!.call(handle, bytes.subarray(0, bytes.length / 2))
})
syncBuiltinESMExports()
if (isMainThread) process.on('exit', () => process.stdout.write(String(changes)))

function before(
  functions: Functions,
  names: readonly string[],
  half: (self: unknown, args: readonly unknown[]) => unknown = () => {},
): void {
  for (const name of names) {
    const original = functions[name]!
    functions[name] = async function (...args) {
      changes += 1
      if (changes === Number(process.env.END_AT)) {
        await half(this, args)
        end()
      }
      return original.apply(this, args)
    }
  }
}
