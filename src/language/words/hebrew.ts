import type { Words } from './english.ts'

/** What pages and forms say of themselves, in Hebrew. */
export const hebrew: Words<'one' | 'two' | 'other'> = {
  DRAFT: 'טיוטה',
  Draft: 'טיוטה',
  Contents: 'תוכן העניינים',
  Document: 'מסמך',
  Kind: 'סוג',
  Number: 'מספר',
  Version: 'גרסה',
  Owner: 'אחריות',
  'Approved by': 'אישור',
  Effective: 'בתוקף מיום',
  'Next review': 'הבדיקה הבאה',
  Date: 'תאריך',
  Reason: 'סיבה',
  Author: 'מחבר',
  By: 'מאת',
  Title: 'כותרת',
  Table: 'טבלה',
  Term: 'מונח',
  Meaning: 'משמעות',
  Notes: 'הערות',
  Questions: 'שאלות',
  'Questions?': 'שאלות?',
  effective: 'בתוקף מיום',
  of: 'מתוך',
  Policy: 'מדיניות',
  Procedure: 'נוהל',
  Guide: 'מדריך',
  'Practice guidelines': 'הנחיות',
  Form: 'טופס',
  Policies: 'מסמכי מדיניות',
  Procedures: 'נהלים',
  Guides: 'מדריכים',
  Forms: 'טפסים',
  'Policies, guides and forms': 'מדיניות, מדריכים וטפסים',
  'Version {version}': 'גרסה {version}',
  'Effective {day}': 'בתוקף מיום {day}',
  'As of {day}': 'נכון ליום {day}',
  'Page {page} of {pages}': 'עמוד {page} מתוך {pages}',
  'Policy number': 'מספר המדיניות',
  'Kept in': 'מקום השמירה',
  'Review overdue': 'מועד הבדיקה עבר',
  'Document control': 'פרטי המסמך',
  'Related policies': 'מדיניות קשורה',
  'Related procedures, guides and forms': 'נהלים, מדריכים וטפסים קשורים',
  'Related documents': 'מסמכים קשורים',
  'Changes to this document': 'שינויים במסמך זה',
  'Further definitions': 'הגדרות נוספות',
  'about this document': 'על המסמך',
  'On this page': 'בעמוד זה',
  'Contents and documents': 'תוכן ומסמכים',
  'All documents': 'כל המסמכים',
  Previous: 'הקודם',
  Next: 'הבא',
  'Previous and next document': 'המסמך הקודם והמסמך הבא',
  Site: 'האתר',
  'Skip to the text': 'דילוג אל הטקסט',
  'Skip to the documents': 'דילוג אל המסמכים',
  'Groups of documents': 'קבוצות מסמכים',
  Search: 'חיפוש',
  'Search all documents': 'חיפוש בכל המסמכים',
  'Places found': 'מקומות שנמצאו',
  'Go to the first place': 'אל המקום הראשון',
  'The key / opens the search': 'המקש / פותח את החיפוש',
  'Nothing was found for ‘{query}’': 'לא נמצא דבר עבור „{query}”',
  'Copy the link to this clause. The arrow keys lead to other clauses':
    'העתקת הקישור לסעיף זה. מקשי החצים מובילים לסעיפים אחרים',
  'Link to {clause} copied': 'הקישור אל {clause} הועתק',
  'The policies, guides and forms of {name}.': 'המדיניות, המדריכים והטפסים של {name}.',
  'All of it': 'הכול יחד',
  'All documents in one PDF': 'כל המסמכים בקובץ PDF אחד',
  'To read and to print.': 'לקריאה ולהדפסה.',
  'All files in one ZIP': 'כל הקבצים בקובץ ZIP אחד',
  'These pages with all PDFs, to keep or to pass on.':
    'עמודים אלה עם כל קובצי ה־PDF, לשמירה או להעברה.',
  'Register and changes': 'רשימה ושינויים',
  'Register of documents': 'רשימת המסמכים',
  'Owners, versions, reviews, and': 'אחראים, גרסאות, בדיקות, וגם',
  'what changed': 'מה השתנה',
  'What changed': 'מה השתנה',
  'All documents of the pack: who answers for each, since when it holds, and when it is reviewed next.':
    'כל המסמכים: מי אחראי לכל אחד, ממתי הוא בתוקף ומתי ייבדק שוב.',
  'Who answers for each document of {name}, and when it is reviewed.':
    'מי אחראי לכל מסמך של {name}, ומתי הוא נבדק.',
  'Add the reviews to a calendar': 'הוספת הבדיקות ליומן',
  'Open as PDF': 'פתיחה כקובץ PDF',
  'Open the PDF form to fill in': 'פתיחת טופס ה־PDF למילוי',
  'PDF form': 'טופס PDF',
  'PDF form to fill in': 'טופס PDF למילוי',
  'The forms are here to read, and to fill in by pen once they are printed. Each says which file to fill in on a screen.':
    'הטפסים כאן לקריאה, ולמילוי בעט לאחר הדפסה. בכל אחד כתוב איזה קובץ ממלאים על המסך.',
  'To fill this form in on a screen, open its own file,':
    'כדי למלא את הטופס על המסך יש לפתוח את הקובץ שלו,',
  'Here it is to read and to print.': 'כאן הוא לקריאה ולהדפסה.',
  'On paper: black or blue ink, no pencil. Tick or cross a box; to correct, black it out and tick another.':
    'על נייר: בעט שחור או כחול, לא בעיפרון. יש לסמן את התיבה; לתיקון, יש להשחיר אותה ולסמן אחרת.',
  'This page shows what the form asks. To fill it in, use the':
    'עמוד זה מראה מה שואל הטופס. למילוי יש להשתמש ב',
  ', on screen or on paper.': ', על המסך או על נייר.',
  'Long answers': 'תשובות ארוכות',
  'Typed text shrinks to fit, up to what the description of its box says.':
    'טקסט מוקלד קטֵן כדי להיכנס לתיבה, עד האורך שכתוב בתיאור שלה.',
  'By hand, add a sheet.': 'בכתב יד אפשר לצרף דף.',
  'Send this form {where}': 'יש לשלוח את הטופס {where}',
  'Where to send this form': 'לאן לשלוח את הטופס',
  'Who receives this form': 'מי מקבל את הטופס',
  'How long we keep this form': 'כמה זמן אנו שומרים את הטופס',
  'Privacy notice': 'הודעת פרטיות',
  'Who asks': 'מי שואל',
  Why: 'לשם מה',
  'By what right': 'על סמך מה',
  'Who sees it': 'מי רואה',
  'How long we keep it': 'כמה זמן נשמר',
  'Your rights': 'זכויותיכם',
  '(required)': '(חובה)',
  required: 'חובה',
  'No.': 'מס׳',
  'Tick all that apply': 'יש לסמן את כל מה שנכון',
  'On paper, tick one': 'על נייר יש לסמן אחד',
  'Other, please say:': 'אחר, נא לפרט:',
  'Other, please say': 'אחר, נא לפרט',
  'Fill in the form here and save it as a PDF. Nothing that you type leaves this computer. You can also use the':
    'אפשר למלא את הטופס כאן ולשמור אותו כקובץ PDF. דבר ממה שנכתב אינו יוצא מהמחשב הזה. אפשר גם להשתמש ב',
  'Save the completed form': 'שמירת הטופס המלא',
  'Save the data': 'שמירת הנתונים',
  Other: 'אחר',
  '{table}, row {row}, {column}': '{table}, שורה {row}, {column}',
  '{value} of {max}': '{value} מתוך {max}',
  'in {unit}': 'ב־{unit}',
  'like name@example.org': 'כמו name@example.org',
  'at most {most}': 'לכל היותר {most}',
  'at least {least}': 'לפחות {least}',
  'from {least} to {most}': 'מ־{least} עד {most}',
  'a whole number': 'מספר שלם',
  Print: 'הדפסה',
  'Saved as {name}, where your browser puts downloads. Nothing was sent: attach the file to an e-mail, or hand it over as you were asked to.':
    'נשמר בשם {name}, במקום שבו הדפדפן שומר הורדות. דבר לא נשלח: יש לצרף את הקובץ להודעת דואר, או למסור אותו כפי שהתבקשתם.',
  'Write the e-mail to attach it to': 'כתיבת ההודעה שאליה יצורף הקובץ',
  'Keep a draft in this browser': 'שמירת טיוטה בדפדפן זה',
  'This browser does not keep drafts; save the data instead.':
    'דפדפן זה אינו שומר טיוטות; אפשר לשמור את הנתונים במקום זאת.',
  'Delete the draft': 'מחיקת הטיוטה',
  'The draft was deleted. What you see is still here until you close the page.':
    'הטיוטה נמחקה. מה שנראה כאן נשאר עד סגירת העמוד.',
  'A draft is kept in this browser, on this computer, as you type. Others who use it can read it: delete it when you are done.':
    'בזמן ההקלדה נשמרת טיוטה בדפדפן זה, במחשב זה. אחרים שמשתמשים בו יכולים לקרוא אותה: יש למחוק אותה בסיום.',
  'To go on later, keep a draft in this browser. Do so only where nobody else uses it.':
    'כדי להמשיך מאוחר יותר אפשר לשמור טיוטה בדפדפן זה, רק במקום שאיש אחר אינו משתמש בו.',
  'For example, {example}': 'לדוגמה, {example}',
  '{answered} of {all} questions answered': 'נענו {answered} מתוך {all} שאלות',
  'Nothing is filled in yet': 'עדיין לא מולא דבר',
  'Add a row': 'הוספת שורה',
  Remove: 'הסרה',
  'Remove row {row} of {table}': 'הסרת שורה {row} של {table}',
  Error: 'שגיאה',
  'Please check': 'נא לבדוק',
  'There is a problem': 'יש בעיה',
  'Where somebody else is to answer some of it, save the form as it is and send it on.':
    'אם מישהו אחר צריך לענות על חלק מהטופס, אפשר לשמור אותו כפי שהוא ולהעביר הלאה.',
  'Save it as it is': 'שמירה כפי שהוא',
  'Place to draw your signature': 'מקום לציור החתימה',
  'Clear the drawing': 'ניקוי הציור',
  'Type your name instead': 'הקלדת השם במקום זאת',
  'Draw your signature instead': 'ציור החתימה במקום זאת',
  'Note {number}': 'הערה {number}',
  'Back to the text of note {number}': 'חזרה לטקסט של הערה {number}',
  'Back to the text of note {number}, place {place}': 'חזרה לטקסט של הערה {number}, מקום {place}',
  'Done:': 'נעשה:',
  'To do:': 'לביצוע:',
  'Reviews: {name}': 'בדיקות: {name}',
  'Review: {title}': 'בדיקה: {title}',
  'Version {version}, owner {owner}.': 'גרסה {version}, באחריות {owner}.',
  'Version {version}.': 'גרסה {version}.',
  'Definition of the form {form}': 'הגדרת הטופס {form}',
  'Import completed forms': 'קליטת טפסים מלאים',
  'For HR: completed forms of {name} become records, on this computer.':
    'למשאבי אנוש: טפסים מלאים של {name} נעשים לרשומות, במחשב זה.',
  'For HR: turn completed forms into checked records, as `policypack import` does.':
    'למשאבי אנוש: טפסים מלאים נעשים לרשומות בדוקות, כפי שעושה `policypack import`.',
  'Nothing leaves this computer: the files are read in this page and sent to nobody. The page is HR’s own. No other page leads to it and the ZIP for staff does not have it; where you publish the pack, leave `{page}` out.':
    'דבר אינו יוצא מהמחשב הזה: הקבצים נקראים בעמוד זה ואינם נשלחים לאיש. העמוד הוא של משאבי אנוש בלבד. אף עמוד אחר אינו מוביל אליו, והוא אינו בקובץ ה־ZIP לעובדים; במקום שבו מפרסמים את החבילה, אין לכלול את `{page}`.',
  'This page needs JavaScript. Without it, `policypack import` does the same.':
    'עמוד זה זקוק ל־JavaScript. בלעדיו, `policypack import` עושה אותו דבר.',
  'What the results mean': 'מה אומרות התוצאות',
  'Anonymous forms are counted when all files are read; no line tells which file was which.':
    'טפסים אנונימיים נספרים לאחר שכל הקבצים נקראו; שום שורה אינה אומרת איזה קובץ היה איזה.',
  'A form that is anonymous and was counted in an earlier import counts again here; only `policypack import`, which has a key for that, knows it again.':
    'טופס אנונימי שנספר בקליטה קודמת נספר כאן שוב; רק `policypack import`, שיש לו מפתח לכך, מכיר אותו.',
  'What the page tells of a file it tells in English, in the words that the command and the records have as well.':
    'מה שהעמוד אומר על קובץ הוא אומר באנגלית, במילים שיש גם בפקודה וברשומות.',
  'Scans and photographs of forms on paper it does not read: take the command for those.':
    'סריקות ותצלומים של טפסים על נייר אין העמוד קורא: לאלה יש להשתמש בפקודה.',
  'a form on paper, which a person has to key; the import says where':
    'טופס על נייר, שאדם צריך להקליד; הקליטה אומרת היכן',
  'to-key': 'להקלדה',
  '{question} cannot be read on the paper; ask whose form it is what it says':
    '{question}: לא קריא על הנייר; יש לשאול את בעל הטופס מה כתוב',
  accepted: 'התקבל',
  superseding: 'מחליף',
  unconfirmed: 'לא מאושר',
  untrusted: 'לא מוכר',
  private: 'פרטי',
  incomplete: 'חסר',
  duplicate: 'כפול',
  rejected: 'נדחה',
  anonymous: 'אנונימי',
  'a record was kept': 'נשמרה רשומה',
  'a record was kept that replaces an earlier one of the same case; it may be incomplete as well':
    'נשמרה רשומה שמחליפה קודמת של אותו מקרה; ייתכן שגם היא חסרה',
  'a record was kept, and you have to find out whether it replaces an earlier one of the same case':
    'נשמרה רשומה, ויש לברר אם היא מחליפה קודמת של אותו מקרה',
  'a form that is not among yours was kept apart, until you have found out where it comes from':
    'טופס שאינו משלכם נשמר בנפרד, עד שיתברר מאין הוא',
  'a form that is not for you, of which nothing was kept':
    'טופס שאינו מיועד לכם, ושלא נשמר ממנו דבר',
  'a record was kept, and some answers are missing or cannot be right':
    'נשמרה רשומה, ויש תשובות שחסרות או שאינן יכולות להיות נכונות',
  'the same content was imported before; another file of it is kept beside the first':
    'אותו תוכן נקלט קודם; קובץ נוסף שלו נשמר לצד הראשון',
  'no record could be made; the message says why': 'לא היה אפשר ליצור רשומה; ההודעה אומרת מדוע',
  'Drop completed forms here: PDF files, the .answers.json files that form pages save, or folders with them.':
    'יש לגרור לכאן טפסים מלאים: קובצי PDF, קובצי ‎.answers.json שעמודי הטפסים שומרים, או תיקיות שלהם.',
  'Choose files': 'בחירת קבצים',
  'Choose a folder': 'בחירת תיקייה',
  'For files with a password, or from elsewhere': 'לקבצים עם סיסמה, או ממקום אחר',
  'Password that opens the files': 'הסיסמה שפותחת את הקבצים',
  'Take forms from elsewhere as well': 'לקבל גם טפסים ממקום אחר',
  'What came of them': 'מה יצא מהם',
  'Keep them in a folder': 'שמירה בתיקייה',
  'Records (ZIP)': 'רשומות (ZIP)',
  'Table (CSV)': 'טבלה (CSV)',
  'Workbook (Excel)': 'חוברת (Excel)',
  'Report of the run': 'דוח על הקליטה',
  Show: 'הצגה',
  'With these words': 'עם המילים האלה',
  Result: 'תוצאה',
  File: 'קובץ',
  Who: 'מי',
  'What to know': 'מה כדאי לדעת',
  Answers: 'תשובות',
  'This browser does not open what was dropped; take the buttons instead.':
    'דפדפן זה אינו פותח מה שנגרר; יש להשתמש בכפתורים.',
  '{done} of {of} files read': 'נקראו {done} מתוך {of} קבצים',
  'They are kept in the folder ‘{folder}’, and so is what you read next. Import into a folder in one place at a time.':
    'הם נשמרים בתיקייה „{folder}”, וכך גם מה שייקרא אחר כך. אל תיקייה אחת קולטים ממקום אחד בכל פעם.',
  'Done: {totals}': 'הסתיים: {totals}',
  'no form was found there': 'לא נמצא שם טופס',
  'all ({count})': 'הכול ({count})',
  '{shown} of {all} shown': 'מוצגים {shown} מתוך {all}',
  'Anonymous:': 'אנונימיים:',
  '{count} counted': 'נספרו {count}',
  '{count} counted before': 'נספרו קודם {count}',
  '{count} that cannot be read': 'לא ניתנים לקריאה {count}',
  'The folder cannot be written; allow it when the browser asks, or choose another one.':
    'אי אפשר לכתוב בתיקייה; יש לאשר כשהדפדפן שואל, או לבחור אחרת.',
  'That did not work ({name}). Nothing that was read is lost: try again, or save the records as a ZIP.':
    'הפעולה לא הצליחה ({name}). דבר ממה שנקרא לא אבד: אפשר לנסות שוב, או לשמור את הרשומות כקובץ ZIP.',
  Warning: 'אזהרה',
  Note: 'הערה',
  '{count} more': 'עוד {count}',
  yes: 'כן',
  no: 'לא',
  none: 'אין',
  'of {name}': 'של {name}',
  '“{text}”': '„{text}”',
  ticked: 'מסומן',
  'not ticked': 'לא מסומן',
  'one of its {count} options': 'אחת מ־{count} האפשרויות',
  'today ({day})': 'היום ({day})',
  '{question} must be a real date, like {example}, and it says {text}':
    '{question}: צריך להיות תאריך אמיתי, כמו {example}, וכתוב {text}',
  '{question} says {text}, which was read as {value}': '{question}: כתוב {text}, ונקרא {value}',
  '{question} says {text}, which is no date in the order that is asked for ({order}); it was taken for {value}, so ask which day is meant':
    '{question}: כתוב {text}, שאינו תאריך בסדר המבוקש ({order}); הובן {value}, ויש לשאול לאיזה יום הכוונה',
  '{question} says {text}, which was taken for {value}; check that it is right':
    '{question}: כתוב {text}, והובן {value}; נא לבדוק שזה נכון',
  '{question} says {text}, and {value} is another day of the week; ask which is right':
    '{question}: כתוב {text}, ו־{value} חל ביום אחר בשבוע; יש לשאול מה נכון',
  '{question} must be {limits}, and it is {value}': '{question}: נדרש {limits}, וכתוב {value}',
  '{question} is {value}, which is long ago; make sure that the year is right':
    '{question}: {value} הוא לפני זמן רב; נא לוודא שהשנה נכונה',
  '{question} is {value}, which is far ahead; make sure that the year is right':
    '{question}: {value} הוא בעוד זמן רב; נא לוודא שהשנה נכונה',
  '{question} must be a number, like {example}, and it says {text}':
    '{question}: צריך להיות מספר, כמו {example}, וכתוב {text}',
  '{question} says {text} with a sign {sign} that the form does not ask for; it was read as {value}, so check what is meant':
    '{question}: כתוב {text} עם הסימן {sign}, שהטופס אינו מבקש; נקרא {value}, ויש לבדוק למה הכוונה',
  '{question} has {length} characters; shorten it to {most}':
    '{question}: יש {length} תווים; יש לקצר ל־{most}',
  '{question} has {option} ticked together with something else; find out which is right':
    '{question}: {option} מסומן יחד עם דבר אחר; יש לברר מה נכון',
  '{question} does not have the form that is asked for: {hint}':
    '{question}: לא בצורה המבוקשת: {hint}',
  '{question} does not have the form that is asked for; check it for slips':
    '{question}: לא בצורה המבוקשת; נא לבדוק אם נפלה טעות',
  '{question} could not be compared with the form that is asked for; check it by eye':
    '{question}: לא היה אפשר להשוות לצורה המבוקשת; נא לבדוק בעין',
  '{question} reads {text}; the program that filled it in damaged a character, so compare it with the original':
    '{question}: כתוב {text}; התוכנה שמילאה את הטופס פגמה בתו, ויש להשוות למקור',
  '{question} says {text}; it was kept as {value}, without what a link begins with':
    '{question}: כתוב {text}; נשמר {value}, בלי תחילת הקישור',
  '{question} must be an e-mail address, like name@example.org, and it says {text}':
    '{question}: צריכה להיות כתובת דואר, כמו name@example.org, וכתוב {text}',
  '{question} has more than one answer, {text}; choose one':
    '{question}: יש יותר מתשובה אחת, {text}; יש לבחור אחת',
  '{question} says {text}, which is not one of its options; choose {options}':
    '{question}: כתוב {text}, שאינו אחת האפשרויות; יש לבחור {options}',
  '{question} was taken as ticked because it says {text}; compare it with the original':
    '{question}: נחשב מסומן כי כתוב {text}; נא להשוות למקור',
  '{question} was read from the page as {text}, which is not certain; compare it with the original':
    '{question}: נקרא מן העמוד {text}, וזה אינו ודאי; נא להשוות למקור',
  '{question} seems to have no answer, but there is something in its box; compare it with the original':
    '{question}: נראה שאין תשובה, אבל יש משהו בתיבה; נא להשוות למקור',
  '{question} seems to have no answer, which is not certain; compare it with the original':
    '{question}: נראה שאין תשובה, וזה אינו ודאי; נא להשוות למקור',
  '{question} must be ticked': '{question}: חובה לסמן',
  '{question} has no answer; tick at least one box':
    '{question}: אין תשובה; יש לסמן לפחות תיבה אחת',
  '{question} has no answer; choose {options}': '{question}: אין תשובה; יש לבחור {options}',
  '{question} has no answer; choose a number from 1 to {max}':
    '{question}: אין תשובה; יש לבחור מספר מ־1 עד {max}',
  '{question} has no answer; fill it in': '{question}: אין תשובה; נא למלא',
  '{question} has no entry; fill in at least one row':
    '{question}: אין רישום; יש למלא לפחות שורה אחת',
  '{question} has “{option}” chosen; say what': '{question}: נבחר „{option}”; נא לפרט',
  '{question} has a text beside “{option}”, which is not chosen; choose it or clear the text':
    '{question}: יש טקסט ליד „{option}”, שלא נבחר; יש לבחור בו או למחוק את הטקסט',
  'The answer to {question} has characters that nobody can see; they were left out':
    'בתשובה על {question} יש תווים שאיש אינו רואה; הם הושמטו',
  '{count} answers have characters that nobody can see, such as {examples}; they were left out':
    'ב־{count} תשובות יש תווים שאיש אינו רואה, כגון {examples}; הם הושמטו',
  '{question} is missing; sign in the box: draw it, type the name, or use a digital signature':
    '{question}: חסר; יש לחתום בתיבה: לצייר, להקליד את השם או לחתום דיגיטלית',
  '{questions} are both {value} and must differ; {remedy}':
    '{questions}: שניהם {value}, וחייבים להיות שונים; {remedy}',
  '{questions} are both {value} and should differ; {remedy}':
    '{questions}: שניהם {value}, וראוי שיהיו שונים; {remedy}',
  '{questions} are all {value} and must differ; {remedy}':
    '{questions}: כולם {value}, וחייבים להיות שונים; {remedy}',
  '{questions} are all {value} and should differ; {remedy}':
    '{questions}: כולם {value}, וראוי שיהיו שונים; {remedy}',
  'make sure that this is right': 'נא לוודא שזה נכון',
  'ask for the right date': 'נא לשאול מה התאריך הנכון',
  'find out which is right': 'נא לברר מה נכון',
  'none is': 'אף אחת לא',
  '{question} needs at least {rows}, and {filled} filled in':
    '{question}: נדרשות לפחות {rows}, ומולאו: {filled}',
  '{question} should have at least {rows}, and {filled} filled in':
    '{question}: ראוי שיהיו לפחות {rows}, ומולאו: {filled}',
  '{value} in each row': '{value} בכל שורה',
  '{value} in no row': '{value} באף שורה',
  '{table}: {column} must be {wanted}, and {others} otherwise; {remedy}':
    '{table}: בעמודה {column} נדרש {wanted}, ואחרת {others}; {remedy}',
  '{table}: {column} should be {wanted}, and {others} otherwise; {remedy}':
    '{table}: בעמודה {column} מצופה {wanted}, ואחרת {others}; {remedy}',
  '{question} must be ticked, because {reason}': '{question}: חובה לסמן, כי {reason}',
  '{question} is not ticked, though {reason}; make sure that this is right':
    '{question}: לא מסומן, אף ש{reason}; נא לוודא שזה נכון',
  '{question} is missing and is needed, because {reason}': '{question}: חסר ונדרש, כי {reason}',
  '{question} is missing, though {reason}; make sure that this is right':
    '{question}: חסר, אף ש{reason}; נא לוודא שזה נכון',
  '{question} has no entry and needs one, because {reason}':
    '{question}: אין רישום ונדרש, כי {reason}',
  '{question} has no entry, though {reason}; make sure that this is right':
    '{question}: אין רישום, אף ש{reason}; נא לוודא שזה נכון',
  '{question} has no answer and needs one, because {reason}':
    '{question}: אין תשובה ונדרשת, כי {reason}',
  '{question} has no answer, though {reason}; make sure that this is right':
    '{question}: אין תשובה, אף ש{reason}; נא לוודא שזה נכון',
  '{question} is {value}': '{question}: {value}',
  '{first} is above {limit}': '{first} גדול מ־{limit}',
  'after {other}': 'אחרי {other}',
  'on or after {other}': 'לא לפני {other}',
  'on or before {other}': 'לא אחרי {other}',
  'more than {other}': 'יותר מ־{other}',
  'at least {other}': 'לפחות {other}',
  'at most {other}': 'לכל היותר {other}',
  '{first} must be {wanted}; {remedy}': '{first}: נדרש {wanted}; {remedy}',
  '{first} should be {wanted}; {remedy}': '{first}: מצופה {wanted}; {remedy}',
  'at least {figure} more than {other}': 'לפחות {figure} יותר מ־{other}',
  'at least {figure} less than {other}': 'לפחות {figure} פחות מ־{other}',
  'at most {figure} more than {other}': 'לכל היותר {figure} יותר מ־{other}',
  'at most {figure} less than {other}': 'לכל היותר {figure} פחות מ־{other}',
  'at least {figure} after {other}, which is {day} or later':
    'לפחות {figure} אחרי {other}, כלומר {day} או מאוחר יותר',
  'at least {figure} before {other}, which is {day} or earlier':
    'לפחות {figure} לפני {other}, כלומר {day} או מוקדם יותר',
  'at most {figure} after {other}, which is {day} or earlier':
    'לכל היותר {figure} אחרי {other}, כלומר {day} או מוקדם יותר',
  'at most {figure} before {other}, which is {day} or later':
    'לכל היותר {figure} לפני {other}, כלומר {day} או מאוחר יותר',
  '{first} must be {days} after {other}, which is {day}; {remedy}':
    '{first}: נדרש {days} אחרי {other}, כלומר {day}; {remedy}',
  '{first} should be {days} after {other}, which is {day}; {remedy}':
    '{first}: מצופה {days} אחרי {other}, כלומר {day}; {remedy}',
  '{first} should be {days} after {other}, which is {day} where no public holiday lies between; {remedy}':
    '{first}: מצופה {days} אחרי {other}, כלומר {day} אם אין חג ביניהם; {remedy}',
  'Read what is written on paper': 'קריאת הכתוב על הנייר',
  'How to key': 'איך מקלידים',
  'Type what stands on the paper, as it stands there, also where it is wrong; choose what is marked. Where you cannot tell, say so: nobody has to guess.':
    'יש להקליד את הכתוב על הנייר כפי שהוא, גם אם הוא שגוי, ולבחור את מה שמסומן. אם אי אפשר לדעת, יש לומר זאת: איש אינו צריך לנחש.',
  'Keys: Enter goes to the next question (in a long text, Ctrl and Enter), F2 shows the whole page, F4 says that it was left empty, F8 that it cannot be read, F9 takes what a program read.':
    'מקשים: Enter עובר לשאלה הבאה (בטקסט ארוך, Ctrl ו־Enter), F2 מראה את העמוד כולו, F4 אומר שנשאר ריק, F8 שאי אפשר לקרוא, F9 מקבל את מה שתוכנה קראה.',
  'Nothing leaves this computer: the page connects to nothing. It shows what people wrote; keep it as safe as the paper.':
    'דבר אינו יוצא מהמחשב הזה: העמוד אינו מתחבר לדבר. הוא מראה מה אנשים כתבו; יש לשמור עליו כמו על הנייר.',
  'This page needs JavaScript.': 'עמוד זה זקוק ל־JavaScript.',
  'Questions that are done': 'שאלות שהסתיימו',
  'Form {number} of {of}: {title}': 'טופס {number} מתוך {of}: {title}',
  'Nothing is to be keyed.': 'אין מה להקליד.',
  'Not certain': 'לא ודאי',
  'Written on the paper': 'כתוב על הנייר',
  'Read for certain ({count})': 'נקרא בוודאות ({count})',
  'Open a question to see what stands on the paper, and to correct it.':
    'פתיחת שאלה מראה מה כתוב על הנייר, ומאפשרת לתקן.',
  'This form is anonymous: the answers of all copies come one by one in any order, so that nobody sees which belong together.':
    'טופס זה אנונימי: התשובות מכל העותקים באות אחת אחת ובסדר כלשהו, כדי שאיש לא יראה אילו שייכות יחד.',
  'Answer {number} of {of}': 'תשובה {number} מתוך {of}',
  'Next form': 'הטופס הבא',
  'To the end': 'אל הסוף',
  '{count} to key': '{count} להקלדה',
  '{here} to key in this form, {open} in all': '{here} להקלדה בטופס זה, {open} בסך הכול',
  'All is keyed: save it.': 'הכול הוקלד: נא לשמור.',
  done: 'הסתיים',
  Save: 'שמירה',
  'Save what was keyed': 'שמירת מה שהוקלד',
  'Save what is done so far': 'שמירת מה שנעשה עד כה',
  'Your name, if records are to say who keyed it': 'שמכם, אם ברשומות צריך להיות כתוב מי הקליד',
  'Saved as {name}, where your browser puts downloads. Give it to policypack import, which keeps the records. Then delete the file, and this page where all is keyed.':
    'נשמר בשם {name}, במקום שבו הדפדפן שומר הורדות. יש למסור אותו ל־policypack import, ששומר את הרשומות, ואז למחוק את הקובץ, וגם את העמוד הזה אם הכול הוקלד.',
  'Go on with what was saved before': 'המשך ממה שנשמר קודם',
  '{name} is no file that this page saved.': '{name} אינו קובץ שעמוד זה שמר.',
  'What you key is also kept in this browser, on this computer, until you delete it; of anonymous forms nothing is.':
    'מה שמוקלד נשמר גם בדפדפן זה, במחשב זה, עד שימחקו אותו; מטפסים אנונימיים לא נשמר דבר.',
  'Delete what the browser keeps': 'מחיקת מה שהדפדפן שומר',
  'It was deleted. What you see is still here until you close the page.':
    'נמחק. מה שנראה כאן נשאר עד סגירת העמוד.',
  'What stands on the paper: {question}': 'מה כתוב על הנייר: {question}',
  'There is no picture of it.': 'אין לכך תמונה.',
  'Left empty': 'נשאר ריק',
  'Cannot be read': 'לא קריא',
  'Whole page': 'העמוד כולו',
  'Page {page}': 'עמוד {page}',
  'Page {page} as it was scanned': 'עמוד {page} כפי שנסרק',
  Larger: 'גדול יותר',
  Smaller: 'קטן יותר',
  Close: 'סגירה',
  Keyed: 'הוקלד',
  'A program reads: ‘{text}’': 'תוכנה קוראת: „{text}”',
  'Take it': 'קבלה',
  'cannot be read': 'לא קריא',
  empty: 'ריק',
  'Is there a signature? Nobody has to say whose it is.': 'יש חתימה? איש אינו צריך לומר של מי.',
  'Yes, there is ink in the box': 'כן, יש דיו בתיבה',
  'Pages are missing: {pages}. Look for them, scan the whole form and import that; then leave this one as it is. Where they are lost, say so, and key the rest.':
    'חסרים עמודים: {pages}. יש לחפש אותם, לסרוק את הטופס כולו ולקלוט אותו, ולהשאיר את זה כפי שהוא. אם אבדו, יש לומר זאת ולהקליד את השאר.',
  'Pages of several copies of this form may be mixed here. Open the whole pages, and see whether one hand wrote all of them. If not, leave this form, sort the paper, scan it again and import that.':
    'ייתכן שמעורבבים כאן עמודים של כמה עותקים מן הטופס. יש לפתוח את העמודים ולראות אם יד אחת כתבה את כולם. אם לא, יש להשאיר את הטופס, לסדר את הנייר, לסרוק שוב ולקלוט.',
  'Is this “{title}”, version {version}?': 'האם זה „{title}”, גרסה {version}?',
  'No code on the paper says so, only that its print is like it. Look at its title and at its foot.':
    'אין על הנייר קוד שאומר זאת, רק ההדפסה דומה. בדקו את הכותרת ואת השורה שבתחתית.',
  Yes: 'כן',
  'No, or I cannot tell': 'לא, או שאי אפשר לדעת',
  '{title} (version {version}), page {page}': '{title} (גרסה {version}), עמוד {page}',
  'Of which form is this page?': 'מאיזה טופס העמוד הזה?',
  'The likeliest come first. Where it is of none of these, or of an anonymous or private form, say so: nothing of it is kept then.':
    'הסבירים ביותר מופיעים ראשונים. אם העמוד אינו מאף אחד מהם, או שהוא מטופס אנונימי או פרטי, ציינו זאת: אז לא יישמר ממנו דבר.',
  'None of these, or no form at all': 'אף אחד מאלה, או כלל לא טופס',
  'It is no form at all': 'זה כלל לא טופס',
  'A page of an unknown form': 'עמוד של טופס לא מוכר',
  'A page has no codes in its corners, so that nothing on it is certain: compare the whole page with what you key.':
    'בעמוד אין קודים בפינות, ולכן שום דבר בו אינו ודאי: השוו את העמוד כולו למה שאתם מקלידים.',
  'The page has no codes, by which boxes are found for certain.':
    'אין בעמוד קודים שלפיהם המשבצות נמצאות בוודאות.',
  'The scan is black and white only. Scan it with its shades at 200 dpi, if the paper is at hand, and import that.':
    'הסריקה בשחור־לבן בלבד. אם הנייר זמין, יש לסרוק בגווני אפור ב־200 dpi ולקלוט.',
  'The picture is too coarse. Scan it at 200 dpi, if the paper is at hand, and import that.':
    'התמונה גסה מדי. אם הנייר זמין, יש לסרוק ב־200 dpi ולקלוט.',
  'A page lies otherwise than the form: compare the whole page with the form.':
    'עמוד מונח אחרת מן הטופס: יש להשוות את העמוד כולו לטופס.',
  'A page is dirty or noisy, so that nothing on it is certain.':
    'עמוד מלוכלך או רועש, ולכן דבר עליו אינו ודאי.',
  'There is more than one page in a picture: look whether all answers are of this form.':
    'בתמונה יש יותר מעמוד אחד: יש לבדוק אם כל התשובות הן מטופס זה.',
  'The scan is black and white only, so that faint marks may be lost.':
    'הסריקה בשחור־לבן בלבד, וייתכן שסימנים חלשים אבדו.',
  'The picture is too coarse to be certain.': 'התמונה גסה מכדי לדעת בוודאות.',
  'The page lies otherwise than the form, so that boxes may be mixed up.':
    'העמוד מונח אחרת מן הטופס, וייתכן שתיבות הוחלפו.',
  'Pale lines of the form are gone in the picture, so that pale ink may be gone as well.':
    'קווים חלשים של הטופס נעלמו בתמונה, וייתכן שגם דיו חלש נעלם.',
  'There is dirt or a pattern all over the page.': 'על העמוד כולו יש לכלוך או דוגמה.',
  'There are marks of more than one page in the picture.': 'בתמונה יש סימנים של יותר מעמוד אחד.',
  'Its page is not there.': 'העמוד שלו חסר.',
  'There is only a little ink, which may be a mark or not.':
    'יש רק מעט דיו, שאולי הוא סימן ואולי לא.',
  'More than one box is marked, and one is asked for.': 'מסומנת יותר מתיבה אחת, ומתבקשת אחת.',
  'A box is blacked out or crossed out.': 'תיבה הושחרה או נמחקה.',
  'The pictures of its page differ: key what holds.':
    'התמונות של העמוד שונות זו מזו: הקלידו מה שתקף.',
  'There is ink that may belong here or elsewhere, or a stain.':
    'יש דיו שאולי שייך לכאן ואולי למקום אחר, או כתם.',
  'What is printed here looks different from the form.': 'המודפס כאן נראה שונה מן הטופס.',
  'A shadow or a fold lies over it.': 'צל או קפל מכסה אותו.',
  '{count} places': { one: 'מקום אחד', two: 'שני מקומות', other: '{count} מקומות' },
  '{count} pages': { one: 'עמוד אחד', two: 'שני עמודים', other: '{count} עמודים' },
  'given to at most {count} decimal places': {
    one: 'עם ספרה אחת לכל היותר אחרי הנקודה',
    two: 'עם שתי ספרות לכל היותר אחרי הנקודה',
    other: 'עם {count} ספרות לכל היותר אחרי הנקודה',
  },
  'Filling it in takes about {count} minutes.': {
    one: 'המילוי אורך כדקה.',
    two: 'המילוי אורך כשתי דקות.',
    other: 'המילוי אורך כ־{count} דקות.',
  },
  'At most {count} characters': {
    one: 'לכל היותר תו אחד',
    two: 'לכל היותר שני תווים',
    other: 'לכל היותר {count} תווים',
  },
  'at most {count} characters': {
    one: 'לכל היותר תו אחד',
    two: 'לכל היותר שני תווים',
    other: 'לכל היותר {count} תווים',
  },
  'room for about {count} characters': {
    one: 'מקום לתו אחד בערך',
    two: 'מקום לשני תווים בערך',
    other: 'מקום ל־{count} תווים בערך',
  },
  '{count} characters too many': {
    one: 'תו אחד יותר מדי',
    two: 'שני תווים יותר מדי',
    other: '{count} תווים יותר מדי',
  },
  '{count} of {most} characters left': {
    one: 'נשאר תו אחד מתוך {most}',
    two: 'נשארו שני תווים מתוך {most}',
    other: 'נשארו {count} תווים מתוך {most}',
  },
  'The form has room for {count} rows.': {
    one: 'בטופס יש מקום לשורה אחת.',
    two: 'בטופס יש מקום לשתי שורות.',
    other: 'בטופס יש מקום ל־{count} שורות.',
  },
  '{shown} of {count} rows': {
    one: '{shown} מתוך שורה אחת',
    two: '{shown} מתוך שתי שורות',
    other: '{shown} מתוך {count} שורות',
  },
  '{count} rows': { one: 'שורה אחת', two: 'שתי שורות', other: '{count} שורות' },
  '{count} are': { one: '1', two: '2', other: '{count}' },
  '{count} of {all} are': {
    one: '1 מתוך {all}',
    two: '2 מתוך {all}',
    other: '{count} מתוך {all}',
  },
  '{count} working days': {
    one: 'יום עבודה אחד',
    two: 'שני ימי עבודה',
    other: '{count} ימי עבודה',
  },
  'Look through {count} answers that were read for certain': {
    one: 'עיון בתשובה שנקראה בוודאות',
    two: 'עיון בשתי תשובות שנקראו בוודאות',
    other: 'עיון ב־{count} תשובות שנקראו בוודאות',
  },
  'The pages are lost: {count} questions cannot be read': {
    one: 'העמודים אבדו: שאלה אחת אינה קריאה',
    two: 'העמודים אבדו: שתי שאלות אינן קריאות',
    other: 'העמודים אבדו: {count} שאלות אינן קריאות',
  },
  '{count} forms of the file are on this page.': {
    one: 'טופס אחד מן הקובץ נמצא בעמוד זה.',
    two: 'שני טפסים מן הקובץ נמצאים בעמוד זה.',
    other: '{count} טפסים מן הקובץ נמצאים בעמוד זה.',
  },
}
