/** Name of the configuration of an organisation that has a folder to itself; other names are for one of several. */
export const CONFIG_FILE = 'org.config.json'

/** The folder that a build writes to when nobody names one, beside the configuration. */
export const OUT_FOLDER = 'out'

/** The folder that an import keeps records in when nobody names one, beside the configuration. */
export const RECORDS_FOLDER = 'records'

/** The folder beside the configuration with what the programme knows of people and pairs. */
export const PROGRAMME_FOLDER = 'programme'

/** In the folder of the programme: the mails that ask people for what is due, a page for each performance review, and the forms that were filled in beforehand. */
export const PROMPTS_FOLDER = 'prompts'
export const PEOPLE_FOLDER = 'people'
export const PREFILLED_FOLDER = 'prefilled'

/** The table of the forms of a folder that were filled in beforehand, with a link for each. */
export const PREFILLED_LINKS = 'links.csv'

/** The key by which an import knows the files of anonymous forms again, beside the configuration. */
export const ANONYMOUS_KEY_FILE = '.anonymous-key'

/** The folder in `out/` with the definitions of forms and the schemas of their records. */
export const FORMS_FOLDER = 'forms'

/** The file in `out/` with the JSON Schema of the configuration. */
export const CONFIG_SCHEMA_FILE = 'org.config.schema.json'

const DEFINITION_ENDING = '.form.json'

/** The file with the definition of a form, in `out/forms/` and inside the PDF of a pack. */
export function definitionName(formId: string): string {
  return formId + DEFINITION_ENDING
}

/** Whether a file has the name of a definition. */
export function isDefinitionName(name: string): boolean {
  return name.endsWith(DEFINITION_ENDING)
}

/** The file in `out/forms/` with the schema of a form's records; each record names it as its `$schema`. */
export function recordSchemaName(formId: string): string {
  return `${formId}.record.schema.json`
}

/**
 * The copy of a completed form without what could run, beside the original among the records.
 *
 * @param sha256 of the original
 */
export function cleanedName(sha256: string): string {
  return `${sha256}-cleaned.pdf`
}
