/** Name of the configuration of an organisation that has a folder to itself; other names are for one of several. */
export const CONFIG_FILE = 'org.config.json'

/** The file in `out/forms/` with the schema of a form's records; each record names it as its `$schema`. */
export function recordSchemaName(formId: string): string {
  return `${formId}.record.schema.json`
}
