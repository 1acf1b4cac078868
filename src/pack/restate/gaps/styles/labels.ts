import { doubtful, type Style } from '../style.ts'

/** Labels whose value a text has to say: `Approved by:`, `Review date:` */
const LABEL =
  '(?:approved|reviewed|prepared|written|authori[sz]ed|signed|adopted|issued|updated|revised|agreed|ratified) (?:by|on)|' +
  '(?:(?:effective|review|approval|issue|start|end|next review|adoption|expiry|publication|version|revision|commencement) )?date|' +
  'date of (?:issue|approval|review|next review|adoption)|(?:last|next) (?:updated|reviewed|review|revised|update)(?: date)?|' +
  '(?:policy|document|version|reference|contact|telephone|phone|company|registration) (?:number|no\\.?|owner|author|details|name)|' +
  '(?:policy |document )?(?:owner|author)|contact|e-?mail|telephone|company|organi[sz]ation|job title'

/** Labels of which nobody has written the value; on a form they ask for it. */
export const labels: readonly Style[] = [
  // A label with nothing after it, before another, a heading or the end.
  {
    pattern: new RegExp(
      `^(?:[ \\t>]*(?:[-*•] )?[*_]{0,3})(?<words>${LABEL}):[*_]{0,3}[ \\t]*(?=\\n?(?![\\s\\S])|\\n{1,3}(?:[*_]{0,3}[\\p{L}][^\\n:|]{1,40}:|#|---)|\\n[ \\t]*\\n(?![ \\t]*(?:[-*+•|]|\\d+[.)]))[^\\n]{41})`,
      'gimu',
    ),
    judge: doubtful,
    isBlank: true,
  },
  {
    pattern: new RegExp(
      `(?<=^[ \\t]*\\|[ \\t]*[*_]{0,2})(?<words>${LABEL})(?=:?[*_]{0,2}:?[ \\t]*\\|[ \\t]*\\|[ \\t]*$)`,
      'gimu',
    ),
    judge: doubtful,
    isBlank: true,
  },
  // A row of a table that has nothing but its label
  {
    pattern: /(?<=^[ \t]*\|[ \t]*)(?<words>\p{L}[^|*\n]{1,60}?)(?=[ \t]*\|(?:[ \t]*\|)+[ \t]*$)/gmu,
    judge: () => 'inTemplate',
    isBlank: true,
  },
]
