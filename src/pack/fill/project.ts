import type { Project } from '../../model/project.ts'

/** What the fill stage needs of a project. */
export type FillProject = Pick<
  Project,
  'config' | 'configFile' | 'locate' | 'catalogue' | 'unread' | 'faulty'
>
