import type { Way } from './way.ts'

/** What room is counted in, as a remark behind it. */
export const measures: readonly Way[] = [
  // `Mark: /5`
  [
    /(?<=:[*_]{0,2}[ \t]*)\/[ \t]*([3-5])(?=[ \t]*$)/gm,
    ([, most]) => Array.from({ length: Number(most) }, (_, at) => at + 1).join(' '),
  ],
  // `Score: ___/5`, `Confidence: /10`
  [
    /(?<=[:?][*_]{0,2})[ \t]*(?:_{2,}[ \t]*\/|\/(?![ \t]*[3-5][ \t]*$))[ \t]*(\d{1,3})(?=[ \t]*$)/gm,
    ([, most]) => ` ____ (out of ${most})`,
  ],
  [
    /(?<=[\p{L})])[ \t]+_{2,}[ \t]*\/[ \t]*(\d{1,3})(?=[ \t]*$)/gmu,
    ([, most]) => `: ____ (out of ${most})`,
  ],
  // `Amount: £____`, `Hourly rate: £`
  [
    /(?<=^[^\n|]*:)[ \t]*([£$€])[ \t]*(?:_{2,}|\.{5,})?(?=[ \t]*$)/gm,
    ([, sign]) => ` ____ (${sign})`,
  ],
]
