import { dirname, join, resolve } from 'node:path'
import { checkConfiguration } from '../../configuration/config.ts'
import {
  type ConfigurationFile,
  readConfigurationMaybe,
} from '../../configuration/configuration-file.ts'
import { publishedFormsPath, readPublishedFormsMaybe } from '../../configuration/published-forms.ts'
import { packageFolder } from '../../files/package-folder.ts'
import { shownPath } from '../../files/shown-path.ts'
import { type Message, messagesOf, report } from '../../messages/message.ts'
import type { Project } from '../../model/project.ts'
import { readCatalogue } from './catalogue.ts'
import { findContent, readContent, reportOther } from './content.ts'
import { readLogo } from './logo.ts'
import { inNormalForm } from './normal-form.ts'
import { readTemplates } from './templates.ts'

export { type Judge, readAnswersFile } from '../../configuration/answers-file.ts'
export { picturePaths, readPictures } from './pictures.ts'
export { readScripts } from './scripts.ts'
export { readTemplates } from './templates.ts'

/** Where to read from. */
export interface LoadOptions {
  /** Path of the configuration, `org.config.json`. */
  readonly config: string
  /** The configuration, when it is another than the one on disk. */
  readonly configuration?: ConfigurationFile
  /** Folders with content, the first before the others; `content/` beside the configuration, then policypack's own. */
  readonly contentFolders?: readonly string[]
  /** Folders with templates, likewise. */
  readonly templateFolders?: readonly string[]
}

/** Why there is no project. */
export interface NotLoaded {
  readonly messages: readonly Message[]
  /** There is no configuration where it was looked for. */
  readonly isMissing?: true
}

/**
 * Reads the configuration, the content and the templates. Faults of the author are messages: on the project's files,
 * or in place of the project when nothing can be built. Throws an {@link OperatorError} for what cannot be opened.
 */
export async function load(options: LoadOptions): Promise<Project | NotLoaded> {
  const path = resolve(options.config)
  const contentFolders = options.contentFolders ?? ownFirst(path, 'content')
  const configuration = options.configuration ?? (await readConfigurationMaybe(path))
  if (!configuration) return { messages: [missing(path)], isMissing: true }
  const { file: configFile } = configuration

  const content = await findContent(contentFolders)
  await reportOther(contentFolders, configFile)
  if (content.length === 0)
    report(
      configFile,
      'content-missing',
      'There is no document to build; put Markdown files in a folder `content`',
    )
  const ids = content.map(({ id }) => id)
  const loaded = checkConfiguration(configuration, ids)
  const { catalogue, files: catalogueFiles } = await readCatalogue(
    contentFolders,
    loaded?.config.organisation.locale ?? 'en-GB',
  )
  const published = await readPublishedFormsMaybe(publishedFormsPath(path))
  const logo = loaded && (await readLogo(loaded, path, configFile))

  const files = published ? [...catalogueFiles, published.file] : catalogueFiles
  const messages = files.flatMap(messagesOf)
  if (!loaded || content.length === 0 || messages.length > 0)
    return { messages: [...messagesOf(configFile), ...messages] }
  return {
    config: inNormalForm(loaded.config, catalogue),
    configFile,
    locate: loaded.json.locate,
    sources: await readContent(content),
    catalogue,
    published: published?.forms ?? [],
    templates: await readTemplates(options.templateFolders ?? ownFirst(path, 'templates')),
    ...(logo && { logo }),
  }
}

function ownFirst(config: string, name: string): string[] {
  return [...new Set([join(dirname(config), name), join(packageFolder, name)])]
}

function missing(path: string): Message {
  return {
    file: shownPath(path),
    severity: 'error',
    rule: 'config-missing',
    message:
      'There is no configuration here; run `policypack init` to make one, or name it with `--config`',
  }
}
