/** Where a sentence or an example of help names the command. */
const NAMED = /(?<=`|^ {2}|Usage: )policypack(?= [a-z[<-])/gm

/** A text that names commands of policypack, with each as the user types it: `npx policypack check` where npm started this. */
export function asTyped(text: string, { env }: Pick<NodeJS.Process, 'env'> = process): string {
  if (!env.npm_command) return text
  const typed = text.replace(NAMED, 'npx policypack')
  return env.npm_lifecycle_event === 'start'
    ? typed.replaceAll('`npx policypack build`', '`npm start`')
    : typed
}
