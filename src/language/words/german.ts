/** What pages and forms say of themselves, by the English, and in German; `{name}` stands for what differs. */
export const german = {
  DRAFT: 'ENTWURF',
  Draft: 'Entwurf',
  Contents: 'Inhalt',
  Document: 'Dokument',
  Kind: 'Art',
  Number: 'Nummer',
  Version: 'Version',
  Owner: 'Verantwortlich',
  'Approved by': 'Genehmigt von',
  Effective: 'Gültig ab',
  'Next review': 'Nächste Überprüfung',
  Date: 'Datum',
  Reason: 'Grund',
  Author: 'Autor',
  By: 'Von',
  Title: 'Titel',
  Table: 'Tabelle',
  Term: 'Begriff',
  Meaning: 'Bedeutung',
  Notes: 'Anmerkungen',
  Questions: 'Fragen',
  'Questions?': 'Fragen?',
  effective: 'gültig ab',
  of: 'von',
  Policy: 'Richtlinie',
  Procedure: 'Verfahren',
  Guide: 'Leitfaden',
  'Practice guidelines': 'Leitlinien',
  Form: 'Formular',
  Policies: 'Richtlinien',
  Procedures: 'Verfahren',
  Guides: 'Leitfäden',
  Forms: 'Formulare',
  'Policies, guides and forms': 'Richtlinien, Leitfäden und Formulare',
  'Version {version}': 'Version {version}',
  'Effective {day}': 'Gültig ab {day}',
  'As of {day}': 'Stand: {day}',
  'Page {page} of {pages}': 'Seite {page} von {pages}',
  'Policy number': 'Nummer der Richtlinie',
  'Kept in': 'Aufbewahrt in',
  'Review overdue': 'Überprüfung überfällig',
  'Document control': 'Angaben zum Dokument',
  'Related policies': 'Verwandte Richtlinien',
  'Related procedures, guides and forms': 'Verwandte Verfahren, Leitfäden und Formulare',
  'Related documents': 'Verwandte Dokumente',
  'Changes to this document': 'Änderungen an diesem Dokument',
  'Further definitions': 'Weitere Begriffe',
  'about this document': 'über dieses Dokument',
  'On this page': 'Auf dieser Seite',
  'Contents and documents': 'Inhalt und Dokumente',
  'All documents': 'Alle Dokumente',
  Previous: 'Zurück',
  Next: 'Weiter',
  'Previous and next document': 'Voriges und nächstes Dokument',
  Site: 'Seiten',
  'Skip to the text': 'Zum Text springen',
  'Skip to the documents': 'Zu den Dokumenten springen',
  'Groups of documents': 'Gruppen von Dokumenten',
  Search: 'Suchen',
  'Search all documents': 'Alle Dokumente durchsuchen',
  'Places found': 'Fundstellen',
  'Go to the first place': 'Zur ersten Fundstelle',
  'The key / opens the search': 'Die Taste / öffnet die Suche',
  'Nothing was found for ‘{query}’': 'Zu „{query}“ wurde nichts gefunden',
  'Copy the link to this clause. The arrow keys lead to other clauses':
    'Link zu diesem Abschnitt kopieren. Die Pfeiltasten führen zu anderen Abschnitten',
  'Link to {clause} copied': 'Link zu {clause} kopiert',
  'The policies, guides and forms of {name}.':
    'Die Richtlinien, Leitfäden und Formulare von {name}.',
  'All of it': 'Alles zusammen',
  'All documents in one PDF': 'Alle Dokumente in einem PDF',
  'To read and to print.': 'Zum Lesen und Drucken.',
  'All files in one ZIP': 'Alle Dateien in einem ZIP',
  'These pages with all PDFs, to keep or to pass on.':
    'Diese Seiten mit allen PDFs, zum Aufbewahren oder Weitergeben.',
  'Register and changes': 'Verzeichnis und Änderungen',
  'Register of documents': 'Verzeichnis der Dokumente',
  'Owners, versions, reviews, and': 'Verantwortliche, Versionen, Überprüfungen und',
  'what changed': 'was sich geändert hat',
  'What changed': 'Was sich geändert hat',
  'All documents of the pack: who answers for each, since when it holds, and when it is reviewed next.':
    'Alle Dokumente: wer für jedes verantwortlich ist, seit wann es gilt und wann es wieder überprüft wird.',
  'Who answers for each document of {name}, and when it is reviewed.':
    'Wer für jedes Dokument von {name} verantwortlich ist und wann es überprüft wird.',
  'Add the reviews to a calendar': 'Überprüfungen in einen Kalender übernehmen',
  'Open as PDF': 'Als PDF öffnen',
  'Open the PDF form to fill in': 'PDF-Formular zum Ausfüllen öffnen',
  'PDF form': 'PDF-Formular',
  'PDF form to fill in': 'PDF-Formular zum Ausfüllen',
  'The forms are here to read, and to fill in by pen once they are printed. Each says which file to fill in on a screen.':
    'Die Formulare stehen hier zum Lesen und, gedruckt, zum Ausfüllen mit dem Stift. Jedes nennt die Datei, die am Bildschirm auszufüllen ist.',
  'To fill this form in on a screen, open its own file,':
    'Zum Ausfüllen am Bildschirm gibt es eine eigene Datei,',
  'Here it is to read and to print.': 'Hier steht das Formular zum Lesen und Drucken.',
  'On paper: black or blue ink, no pencil. Tick or cross a box; to correct, black it out and tick another.':
    'Auf Papier: schwarz oder blau, kein Bleistift. Kästchen ankreuzen; zum Ändern ganz schwärzen und ein anderes ankreuzen.',
  'This page shows what the form asks. To fill it in, use the':
    'Diese Seite zeigt, was das Formular fragt. Zum Ausfüllen gibt es das',
  ', on screen or on paper.': ', für den Bildschirm oder auf Papier.',
  'Long answers': 'Lange Antworten',
  'Typed text shrinks to fit, up to what the description of its box says.':
    'Getippter Text wird kleiner, damit er passt, bis zu der Länge, die die Beschreibung des Feldes nennt.',
  'By hand, add a sheet.': 'Mit der Hand: bitte ein Blatt beilegen.',
  'Send this form {where}': 'So wird dieses Formular gesendet: {where}',
  'Where to send this form': 'Wohin mit diesem Formular',
  'Who receives this form': 'Wer dieses Formular erhält',
  'How long we keep this form': 'Wie lange wir dieses Formular aufbewahren',
  'Privacy notice': 'Hinweise zum Datenschutz',
  'Who asks': 'Wer fragt',
  Why: 'Wozu',
  'By what right': 'Auf welcher Grundlage',
  'Who sees it': 'Wer es sieht',
  'How long we keep it': 'Wie lange wir es aufbewahren',
  'Your rights': 'Ihre Rechte',
  '(required)': '(Pflichtangabe)',
  required: 'Pflichtangabe',
  'No.': 'Nr.',
  'Tick all that apply': 'Alles Zutreffende ankreuzen',
  'On paper, tick one': 'Auf Papier bitte eines ankreuzen',
  'Other, please say:': 'Anderes, und zwar:',
  'Other, please say': 'Anderes, und zwar',
  'Fill in the form here and save it as a PDF. Nothing that you type leaves this computer. You can also use the':
    'Füllen Sie das Formular hier aus und speichern Sie es als PDF. Nichts, was Sie eingeben, verlässt diesen Computer. Sie können auch das',
  'Save the completed form': 'Ausgefülltes Formular speichern',
  'Save the data': 'Daten speichern',
  Other: 'Anderes',
  '{table}, row {row}, {column}': '{table}, Zeile {row}, {column}',
  '{value} of {max}': '{value} von {max}',
  'in {unit}': 'in {unit}',
  'like name@example.org': 'wie name@example.org',
  'at most {most}': 'höchstens {most}',
  'at least {least}': 'mindestens {least}',
  'from {least} to {most}': 'von {least} bis {most}',
  'a whole number': 'eine ganze Zahl',
  Print: 'Drucken',
  'Saved as {name}, where your browser puts downloads. Nothing was sent: attach the file to an e-mail, or hand it over as you were asked to.':
    'Gespeichert als {name}, wo Ihr Browser Downloads ablegt. Es wurde nichts gesendet: Hängen Sie die Datei an eine E-Mail an oder geben Sie sie ab wie vorgesehen.',
  'Write the e-mail to attach it to': 'E-Mail schreiben, an die es angehängt wird',
  'Keep a draft in this browser': 'Entwurf in diesem Browser behalten',
  'This browser does not keep drafts; save the data instead.':
    'Dieser Browser behält keine Entwürfe; speichern Sie stattdessen die Daten.',
  'Delete the draft': 'Entwurf löschen',
  'The draft was deleted. What you see is still here until you close the page.':
    'Der Entwurf wurde gelöscht. Was Sie sehen, bleibt, bis Sie die Seite schließen.',
  'A draft is kept in this browser, on this computer, as you type. Others who use it can read it: delete it when you are done.':
    'Während Sie tippen, bleibt ein Entwurf in diesem Browser auf diesem Computer. Andere, die ihn benutzen, können ihn lesen: Löschen Sie ihn, wenn Sie fertig sind.',
  'To go on later, keep a draft in this browser. Do so only where nobody else uses it.':
    'Um später weiterzumachen, behalten Sie einen Entwurf in diesem Browser, aber nur, wo ihn sonst niemand benutzt.',
  'For example, {example}': 'Zum Beispiel {example}',
  '{answered} of {all} questions answered': '{answered} von {all} Fragen beantwortet',
  'Nothing is filled in yet': 'Es ist noch nichts ausgefüllt',
  'Add a row': 'Zeile hinzufügen',
  Remove: 'Entfernen',
  'Remove row {row} of {table}': 'Zeile {row} von {table} entfernen',
  Error: 'Fehler',
  'Please check': 'Bitte prüfen',
  'There is a problem': 'Etwas stimmt noch nicht',
  'Where somebody else is to answer some of it, save the form as it is and send it on.':
    'Wenn jemand anderes einen Teil beantworten soll, speichern Sie das Formular so und geben Sie es weiter.',
  'Save it as it is': 'So speichern',
  'Place to draw your signature': 'Fläche zum Zeichnen Ihrer Unterschrift',
  'Clear the drawing': 'Zeichnung löschen',
  'Type your name instead': 'Stattdessen den Namen tippen',
  'Draw your signature instead': 'Stattdessen unterschreiben',
  'Note {number}': 'Anmerkung {number}',
  'Back to the text of note {number}': 'Zurück zum Text von Anmerkung {number}',
  'Back to the text of note {number}, place {place}':
    'Zurück zum Text von Anmerkung {number}, Stelle {place}',
  'Done:': 'Erledigt:',
  'To do:': 'Zu erledigen:',
  'Reviews: {name}': 'Überprüfungen: {name}',
  'Review: {title}': 'Überprüfung: {title}',
  'Version {version}, owner {owner}.': 'Version {version}, verantwortlich: {owner}.',
  'Version {version}.': 'Version {version}.',
  'Definition of the form {form}': 'Definition des Formulars {form}',
  'Import completed forms': 'Ausgefüllte Formulare einlesen',
  'For HR: completed forms of {name} become records, on this computer.':
    'Für die Personalabteilung: Aus ausgefüllten Formularen von {name} werden Datensätze, auf diesem Computer.',
  'Scans and photographs of forms on paper it does not read: take the command for those.':
    'Scans und Fotos von Formularen auf Papier liest sie nicht: Nehmen Sie dafür den Befehl.',
  'For HR: turn completed forms into checked records, as `policypack import` does.':
    'Für die Personalabteilung: macht aus ausgefüllten Formularen geprüfte Datensätze, wie es `policypack import` tut.',
  'Nothing leaves this computer: the files are read in this page and sent to nobody. The page is HR’s own. No other page leads to it and the ZIP for staff does not have it; where you publish the pack, leave `{page}` out.':
    'Nichts verlässt diesen Computer: Die Dateien werden in dieser Seite gelesen und an niemanden gesendet. Die Seite ist nur für die Personalabteilung. Keine andere Seite führt zu ihr, und das ZIP für die Belegschaft enthält sie nicht; wo Sie die Seiten veröffentlichen, lassen Sie `{page}` weg.',
  'This page needs JavaScript. Without it, `policypack import` does the same.':
    'Diese Seite braucht JavaScript. Ohne geht dasselbe mit `policypack import`.',
  'What the results mean': 'Was die Ergebnisse bedeuten',
  'Anonymous forms are counted when all files are read; no line tells which file was which.':
    'Anonyme Formulare werden gezählt, wenn alle Dateien gelesen sind; keine Zeile sagt, welche Datei welche war.',
  'A form that is anonymous and was counted in an earlier import counts again here; only `policypack import`, which has a key for that, knows it again.':
    'Ein anonymes Formular, das schon früher gezählt wurde, zählt hier noch einmal; nur `policypack import`, das dafür einen Schlüssel hat, erkennt es wieder.',
  'What the page tells of a file it tells in English, in the words that the command and the records have as well.':
    'Was die Seite zu einer Datei meldet, steht auf Englisch da, in den Worten, die auch der Befehl und die Datensätze haben.',
  accepted: 'angenommen',
  superseding: 'ersetzend',
  unconfirmed: 'unbestätigt',
  untrusted: 'fremd',
  private: 'nicht für Sie',
  incomplete: 'unvollständig',
  duplicate: 'doppelt',
  'to-key': 'zu erfassen',
  rejected: 'abgewiesen',
  anonymous: 'anonym',
  'a record was kept': 'ein Datensatz wurde abgelegt',
  'a record was kept that replaces an earlier one of the same case; it may be incomplete as well':
    'ein Datensatz wurde abgelegt, der einen früheren zum selben Fall ersetzt; er kann auch unvollständig sein',
  'a record was kept, and you have to find out whether it replaces an earlier one of the same case':
    'ein Datensatz wurde abgelegt, und es ist zu klären, ob er einen früheren zum selben Fall ersetzt',
  'a form that is not among yours was kept apart, until you have found out where it comes from':
    'ein Formular, das nicht zu Ihren gehört, wurde gesondert abgelegt, bis Sie geklärt haben, woher es kommt',
  'a form that is not for you, of which nothing was kept':
    'ein Formular, das nicht für Sie bestimmt ist und von dem nichts abgelegt wurde',
  'a form on paper, which a person has to key; the import says where':
    'ein Formular auf Papier, das jemand erfassen muss; der Import sagt, wo',
  'a record was kept, and some answers are missing or cannot be right':
    'ein Datensatz wurde abgelegt, und einige Antworten fehlen oder können nicht stimmen',
  'the same content was imported before; another file of it is kept beside the first':
    'derselbe Inhalt wurde schon eingelesen; eine andere Datei davon wird neben der ersten aufbewahrt',
  'no record could be made; the message says why':
    'kein Datensatz war möglich; die Meldung sagt, warum',
  'Drop completed forms here: PDF files, the .answers.json files that form pages save, or folders with them.':
    'Ausgefüllte Formulare hier ablegen: PDF-Dateien, Dateien .answers.json, die Formularseiten speichern, oder Ordner damit.',
  'Choose files': 'Dateien wählen',
  'Choose a folder': 'Ordner wählen',
  'For files with a password, or from elsewhere': 'Für Dateien mit Passwort oder von anderswo',
  'Password that opens the files': 'Passwort, das die Dateien öffnet',
  'Take forms from elsewhere as well': 'Auch Formulare von anderswo annehmen',
  'What came of them': 'Was daraus wurde',
  'Keep them in a folder': 'In einem Ordner ablegen',
  'Records (ZIP)': 'Datensätze (ZIP)',
  'Table (CSV)': 'Tabelle (CSV)',
  'Workbook (Excel)': 'Arbeitsmappe (Excel)',
  'Report of the run': 'Bericht über diesen Lauf',
  Show: 'Zeigen',
  'With these words': 'Mit diesen Wörtern',
  Result: 'Ergebnis',
  File: 'Datei',
  Who: 'Wer',
  'What to know': 'Was zu wissen ist',
  Answers: 'Antworten',
  'This browser does not open what was dropped; take the buttons instead.':
    'Dieser Browser öffnet nicht, was abgelegt wurde; nehmen Sie stattdessen die Schaltflächen.',
  '{done} of {of} files read': '{done} von {of} Dateien gelesen',
  'They are kept in the folder ‘{folder}’, and so is what you read next. Import into a folder in one place at a time.':
    'Sie liegen im Ordner „{folder}“, und dorthin kommt auch, was Sie als Nächstes einlesen. Lesen Sie nicht an zwei Stellen zugleich in einen Ordner ein.',
  'Done: {totals}': 'Fertig: {totals}',
  'no form was found there': 'kein Formular gefunden',
  'all ({count})': 'alle ({count})',
  '{shown} of {all} shown': '{shown} von {all} gezeigt',
  'Anonymous:': 'Anonym:',
  '{count} counted': '{count} gezählt',
  '{count} counted before': '{count} schon früher gezählt',
  '{count} that cannot be read': '{count} nicht lesbar',
  'The folder cannot be written; allow it when the browser asks, or choose another one.':
    'In den Ordner lässt sich nicht schreiben; erlauben Sie es, wenn der Browser fragt, oder wählen Sie einen anderen.',
  'That did not work ({name}). Nothing that was read is lost: try again, or save the records as a ZIP.':
    'Das ging nicht ({name}). Nichts Gelesenes ist verloren: Versuchen Sie es noch einmal oder speichern Sie die Datensätze als ZIP.',
  Warning: 'Warnung',
  Note: 'Hinweis',
  '{count} more': '{count} weitere',
  yes: 'ja',
  no: 'nein',
  none: 'keine',
  'of {name}': 'von {name}',
  '“{text}”': '„{text}“',
  ticked: 'angekreuzt',
  'not ticked': 'nicht angekreuzt',
  'one of its {count} options': 'eine der {count} Möglichkeiten',
  'today ({day})': 'heute ({day})',
  '{question} must be a real date, like {example}, and it says {text}':
    '{question} muss ein wirkliches Datum sein, wie {example}, und da steht {text}',
  '{question} says {text}, which was read as {value}':
    '{question}: {text} wurde als {value} gelesen',
  '{question} says {text}, which is no date in the order that is asked for ({order}); it was taken for {value}, so ask which day is meant':
    '{question}: {text} ist kein Datum in der verlangten Reihenfolge ({order}); es wurde als {value} verstanden, also ist zu klären, welcher Tag gemeint ist',
  '{question} says {text}, which was taken for {value}; check that it is right':
    '{question}: {text} wurde als {value} verstanden; bitte prüfen, ob das stimmt',
  '{question} says {text}, and {value} is another day of the week; ask which is right':
    '{question}: Da steht {text}, und {value} ist ein anderer Wochentag; bitte klären, was stimmt',
  '{question} must be {limits}, and it is {value}':
    '{question}: verlangt ist {limits}, angegeben ist {value}',
  '{question} is {value}, which is long ago; make sure that the year is right':
    '{question}: {value} ist lange her; bitte prüfen, ob das Jahr stimmt',
  '{question} is {value}, which is far ahead; make sure that the year is right':
    '{question}: {value} liegt weit voraus; bitte prüfen, ob das Jahr stimmt',
  '{question} must be a number, like {example}, and it says {text}':
    '{question} muss eine Zahl sein, wie {example}, und da steht {text}',
  '{question} says {text} with a sign {sign} that the form does not ask for; it was read as {value}, so check what is meant':
    '{question}: {text} hat ein Zeichen {sign}, nach dem das Formular nicht fragt; gelesen wurde {value}, also bitte prüfen, was gemeint ist',
  '{question} has {length} characters; shorten it to {most}':
    '{question} hat {length} Zeichen; bitte auf {most} kürzen',
  '{question} has {option} ticked together with something else; find out which is right':
    '{question}: {option} ist zusammen mit etwas anderem angekreuzt; bitte klären, was stimmt',
  '{question} does not have the form that is asked for: {hint}':
    '{question} hat nicht die verlangte Form: {hint}',
  '{question} does not have the form that is asked for; check it for slips':
    '{question} hat nicht die verlangte Form; bitte auf Tippfehler prüfen',
  '{question} could not be compared with the form that is asked for; check it by eye':
    '{question} ließ sich nicht mit der verlangten Form vergleichen; bitte selbst prüfen',
  '{question} reads {text}; the program that filled it in damaged a character, so compare it with the original':
    '{question}: In {text} hat das Programm, mit dem ausgefüllt wurde, ein Zeichen beschädigt; bitte mit dem Original vergleichen',
  '{question} says {text}; it was kept as {value}, without what a link begins with':
    '{question}: Aus {text} wurde {value}, ohne den Anfang eines Links',
  '{question} must be an e-mail address, like name@example.org, and it says {text}':
    '{question} muss eine E-Mail-Adresse sein, wie name@example.org, und da steht {text}',
  '{question} has more than one answer, {text}; choose one':
    '{question} hat mehr als eine Antwort, {text}; bitte eine wählen',
  '{question} says {text}, which is not one of its options; choose {options}':
    '{question}: {text} gehört nicht zu den Möglichkeiten; zur Wahl stehen {options}',
  '{question} was taken as ticked because it says {text}; compare it with the original':
    '{question} gilt als angekreuzt, weil da {text} steht; bitte mit dem Original vergleichen',
  '{question} was read from the page as {text}, which is not certain; compare it with the original':
    '{question} wurde von der Seite als {text} gelesen, was nicht sicher ist; bitte mit dem Original vergleichen',
  '{question} cannot be read on the paper; ask whose form it is what it says':
    '{question} ist auf dem Papier nicht zu lesen; fragen Sie, von wem das Formular ist, was dort steht',
  '{question} seems to have no answer, but there is something in its box; compare it with the original':
    '{question} hat anscheinend keine Antwort, aber im Feld ist etwas; bitte mit dem Original vergleichen',
  '{question} seems to have no answer, which is not certain; compare it with the original':
    '{question} hat anscheinend keine Antwort, was nicht sicher ist; bitte mit dem Original vergleichen',
  '{question} must be ticked': '{question} muss angekreuzt sein',
  '{question} has no answer; tick at least one box':
    '{question} ist nicht beantwortet; bitte mindestens ein Kästchen ankreuzen',
  '{question} has no answer; choose {options}':
    '{question} ist nicht beantwortet; zur Wahl stehen {options}',
  '{question} has no answer; choose a number from 1 to {max}':
    '{question} ist nicht beantwortet; bitte eine Zahl von 1 bis {max} wählen',
  '{question} has no answer; fill it in': '{question} ist nicht ausgefüllt; bitte ausfüllen',
  '{question} has no entry; fill in at least one row':
    '{question} hat keinen Eintrag; bitte mindestens eine Zeile ausfüllen',
  '{question} has “{option}” chosen; say what':
    '{question}: „{option}“ ist gewählt; bitte angeben, was',
  '{question} has a text beside “{option}”, which is not chosen; choose it or clear the text':
    '{question}: Neben „{option}“ steht ein Text, gewählt ist es aber nicht; bitte wählen oder den Text löschen',
  'The answer to {question} has characters that nobody can see; they were left out':
    'Die Antwort auf {question} enthält Zeichen, die niemand sehen kann; sie wurden weggelassen',
  '{count} answers have characters that nobody can see, such as {examples}; they were left out':
    '{count} Antworten enthalten Zeichen, die niemand sehen kann, etwa {examples}; sie wurden weggelassen',
  '{question} is missing; sign in the box: draw it, type the name, or use a digital signature':
    '{question} fehlt; bitte im Feld unterschreiben: zeichnen, den Namen tippen oder digital unterschreiben',
  '{questions} are both {value} and must differ; {remedy}':
    '{questions}: beide sind {value} und müssen sich unterscheiden; {remedy}',
  '{questions} are both {value} and should differ; {remedy}':
    '{questions}: beide sind {value} und sollten sich unterscheiden; {remedy}',
  '{questions} are all {value} and must differ; {remedy}':
    '{questions}: alle sind {value} und müssen sich unterscheiden; {remedy}',
  '{questions} are all {value} and should differ; {remedy}':
    '{questions}: alle sind {value} und sollten sich unterscheiden; {remedy}',
  'make sure that this is right': 'bitte prüfen, ob das stimmt',
  'ask for the right date': 'bitte das richtige Datum angeben',
  'find out which is right': 'bitte klären, was stimmt',
  'none is': 'ist keine',
  '{question} needs at least {rows}, and {filled} filled in':
    '{question} braucht mindestens {rows}, und davon {filled} ausgefüllt',
  '{question} should have at least {rows}, and {filled} filled in':
    '{question} sollte mindestens {rows} haben, und davon {filled} ausgefüllt',
  '{value} in each row': '{value} in jeder Zeile',
  '{value} in no row': '{value} in keiner Zeile',
  '{table}: {column} must be {wanted}, and {others} otherwise; {remedy}':
    '{table}: Bei {column} ist verlangt: {wanted}; anders {others}; {remedy}',
  '{table}: {column} should be {wanted}, and {others} otherwise; {remedy}':
    '{table}: Bei {column} ist erwartet: {wanted}; anders {others}; {remedy}',
  '{question} must be ticked, because {reason}': '{question} muss angekreuzt sein, denn {reason}',
  '{question} is not ticked, though {reason}; make sure that this is right':
    '{question} ist nicht angekreuzt, aber {reason}; bitte prüfen, ob das stimmt',
  '{question} is missing and is needed, because {reason}':
    '{question} fehlt und wird gebraucht, denn {reason}',
  '{question} is missing, though {reason}; make sure that this is right':
    '{question} fehlt, aber {reason}; bitte prüfen, ob das stimmt',
  '{question} has no entry and needs one, because {reason}':
    '{question} hat keinen Eintrag und braucht einen, denn {reason}',
  '{question} has no entry, though {reason}; make sure that this is right':
    '{question} hat keinen Eintrag, aber {reason}; bitte prüfen, ob das stimmt',
  '{question} has no answer and needs one, because {reason}':
    '{question} ist nicht beantwortet und muss es sein, denn {reason}',
  '{question} has no answer, though {reason}; make sure that this is right':
    '{question} ist nicht beantwortet, aber {reason}; bitte prüfen, ob das stimmt',
  '{question} is {value}': '{question} ist {value}',
  '{first} is above {limit}': '{first} ist größer als {limit}',
  'after {other}': 'später als {other}',
  'on or after {other}': 'nicht früher als {other}',
  'on or before {other}': 'nicht später als {other}',
  'more than {other}': 'mehr als {other}',
  'at least {other}': 'mindestens {other}',
  'at most {other}': 'höchstens {other}',
  '{first} must be {wanted}; {remedy}': '{first} muss {wanted} sein; {remedy}',
  '{first} should be {wanted}; {remedy}': '{first} sollte {wanted} sein; {remedy}',
  'at least {figure} more than {other}': 'um mindestens {figure} mehr als {other}',
  'at least {figure} less than {other}': 'um mindestens {figure} weniger als {other}',
  'at most {figure} more than {other}': 'um höchstens {figure} mehr als {other}',
  'at most {figure} less than {other}': 'um höchstens {figure} weniger als {other}',
  'at least {figure} after {other}, which is {day} or later':
    'mindestens {figure} nach {other}, also {day} oder später,',
  'at least {figure} before {other}, which is {day} or earlier':
    'mindestens {figure} vor {other}, also {day} oder früher,',
  'at most {figure} after {other}, which is {day} or earlier':
    'höchstens {figure} nach {other}, also {day} oder früher,',
  'at most {figure} before {other}, which is {day} or later':
    'höchstens {figure} vor {other}, also {day} oder später,',
  '{first} must be {days} after {other}, which is {day}; {remedy}':
    '{first} muss {days} nach {other} sein, also {day}; {remedy}',
  '{first} should be {days} after {other}, which is {day}; {remedy}':
    '{first} sollte {days} nach {other} sein, also {day}; {remedy}',
  '{first} should be {days} after {other}, which is {day} where no public holiday lies between; {remedy}':
    '{first} sollte {days} nach {other} sein, also {day}, wenn kein Feiertag dazwischen liegt; {remedy}',
  'Read what is written on paper': 'Lesen, was auf Papier steht',
  'How to key': 'So wird erfasst',
  'Type what stands on the paper, as it stands there, also where it is wrong; choose what is marked. Where you cannot tell, say so: nobody has to guess.':
    'Tippen Sie, was auf dem Papier steht, und so, wie es dort steht, auch wenn es falsch ist; wählen Sie, was angekreuzt ist. Wo Sie es nicht erkennen, sagen Sie das: Niemand muss raten.',
  'Keys: Enter goes to the next question (in a long text, Ctrl and Enter), F2 shows the whole page, F4 says that it was left empty, F8 that it cannot be read, F9 takes what a program read.':
    'Tasten: Mit der Eingabetaste geht es zur nächsten Frage (in einem langen Text mit Strg und Eingabetaste), F2 zeigt die ganze Seite, F4 sagt, dass nichts ausgefüllt ist, F8, dass es nicht lesbar ist, F9 übernimmt, was ein Programm gelesen hat.',
  'Nothing leaves this computer: the page connects to nothing. It shows what people wrote; keep it as safe as the paper.':
    'Nichts verlässt diesen Computer: Die Seite verbindet sich mit nichts. Sie zeigt, was Menschen geschrieben haben; verwahren Sie sie so sicher wie das Papier.',
  'This page needs JavaScript.': 'Diese Seite braucht JavaScript.',
  'Questions that are done': 'Fragen, die erledigt sind',
  'Form {number} of {of}: {title}': 'Formular {number} von {of}: {title}',
  'Nothing is to be keyed.': 'Es ist nichts zu erfassen.',
  'Not certain': 'Nicht sicher',
  'Written on the paper': 'Auf dem Papier geschrieben',
  'Read for certain ({count})': 'Sicher gelesen ({count})',
  'Open a question to see what stands on the paper, and to correct it.':
    'Öffnen Sie eine Frage, um zu sehen, was auf dem Papier steht, und um es zu berichtigen.',
  'This form is anonymous: the answers of all copies come one by one in any order, so that nobody sees which belong together.':
    'Dieses Formular ist anonym: Die Antworten aller Exemplare kommen einzeln und in beliebiger Reihenfolge, sodass niemand sieht, welche zusammengehören.',
  'Answer {number} of {of}': 'Antwort {number} von {of}',
  'Next form': 'Nächstes Formular',
  'To the end': 'Zum Ende',
  '{count} to key': '{count} zu erfassen',
  '{here} to key in this form, {open} in all':
    '{here} in diesem Formular zu erfassen, {open} insgesamt',
  'All is keyed: save it.': 'Alles ist erfasst: Speichern Sie es.',
  done: 'erledigt',
  Save: 'Speichern',
  'Save what was keyed': 'Erfasstes speichern',
  'Save what is done so far': 'Bisher Erfasstes speichern',
  'Your name, if records are to say who keyed it':
    'Ihr Name, wenn in den Datensätzen stehen soll, wer erfasst hat',
  'Saved as {name}, where your browser puts downloads. Give it to policypack import, which keeps the records. Then delete the file, and this page where all is keyed.':
    'Gespeichert als {name}, wo Ihr Browser Downloads ablegt. Geben Sie die Datei an policypack import, das die Datensätze anlegt. Löschen Sie danach die Datei, und auch diese Seite, wenn alles erfasst ist.',
  'Go on with what was saved before': 'Mit früher Gespeichertem weitermachen',
  '{name} is no file that this page saved.':
    '{name} ist keine Datei, die diese Seite gespeichert hat.',
  'What you key is also kept in this browser, on this computer, until you delete it; of anonymous forms nothing is.':
    'Was Sie erfassen, bleibt auch in diesem Browser auf diesem Computer, bis Sie es löschen; von anonymen Formularen bleibt nichts.',
  'Delete what the browser keeps': 'Löschen, was im Browser bleibt',
  'It was deleted. What you see is still here until you close the page.':
    'Es wurde gelöscht. Was Sie sehen, bleibt, bis Sie die Seite schließen.',
  'What stands on the paper: {question}': 'Was auf dem Papier steht: {question}',
  'There is no picture of it.': 'Davon gibt es kein Bild.',
  'Left empty': 'Nicht ausgefüllt',
  'Cannot be read': 'Nicht lesbar',
  'Whole page': 'Ganze Seite',
  'Page {page}': 'Seite {page}',
  'Page {page} as it was scanned': 'Seite {page}, wie sie gescannt wurde',
  Larger: 'Größer',
  Smaller: 'Kleiner',
  Close: 'Schließen',
  Keyed: 'Erfasst',
  'A program reads: ‘{text}’': 'Ein Programm liest: ‚{text}‘',
  'Take it': 'Übernehmen',
  'cannot be read': 'nicht lesbar',
  empty: 'nichts ausgefüllt',
  'Is there a signature? Nobody has to say whose it is.':
    'Steht hier eine Unterschrift? Von wem sie ist, muss niemand sagen.',
  'Yes, there is ink in the box': 'Ja, im Feld ist Tinte',
  'Pages are missing: {pages}. Look for them, scan the whole form and import that; then leave this one as it is. Where they are lost, say so, and key the rest.':
    'Es fehlen Seiten: {pages}. Suchen Sie sie, scannen Sie das ganze Formular und importieren Sie das; lassen Sie dieses dann, wie es ist. Sind die Seiten verloren, sagen Sie das und erfassen Sie den Rest.',
  'Pages of several copies of this form may be mixed here. Open the whole pages, and see whether one hand wrote all of them. If not, leave this form, sort the paper, scan it again and import that.':
    'Vielleicht sind hier Seiten mehrerer Exemplare dieses Formulars durcheinander. Öffnen Sie die ganzen Seiten und sehen Sie nach, ob eine Hand alle geschrieben hat. Wenn nicht, lassen Sie dieses Formular, ordnen Sie das Papier, scannen Sie es neu und importieren Sie das.',
  'Is this “{title}”, version {version}?': 'Ist das „{title}“, Version {version}?',
  'No code on the paper says so, only that its print is like it. Look at its title and at its foot.':
    'Kein Code auf dem Papier sagt es, nur der Druck sieht so aus. Sehen Sie sich den Titel und die Fußzeile an.',
  Yes: 'Ja',
  'No, or I cannot tell': 'Nein, oder ich weiß es nicht',
  '{title} (version {version}), page {page}': '{title} (Version {version}), Seite {page}',
  'Of which form is this page?': 'Von welchem Formular ist diese Seite?',
  'The likeliest come first. Where it is of none of these, or of an anonymous or private form, say so: nothing of it is kept then.':
    'Die wahrscheinlichsten stehen zuerst. Ist sie von keinem davon oder von einem anonymen oder privaten Formular, sagen Sie das: Dann wird nichts davon aufbewahrt.',
  'None of these, or no form at all': 'Keines davon, oder gar kein Formular',
  'It is no form at all': 'Es ist gar kein Formular',
  'A page of an unknown form': 'Eine Seite eines unbekannten Formulars',
  'A page has no codes in its corners, so that nothing on it is certain: compare the whole page with what you key.':
    'Eine Seite hat keine Codes in den Ecken, sodass nichts darauf sicher ist: Vergleichen Sie die ganze Seite mit dem, was Sie erfassen.',
  'The page has no codes, by which boxes are found for certain.':
    'Die Seite hat keine Codes, durch die Kästchen sicher gefunden werden.',
  'The scan is black and white only. Scan it with its shades at 200 dpi, if the paper is at hand, and import that.':
    'Der Scan ist nur schwarz-weiß. Scannen Sie in Graustufen mit 200 dpi, wenn das Papier zur Hand ist, und importieren Sie das.',
  'The picture is too coarse. Scan it at 200 dpi, if the paper is at hand, and import that.':
    'Das Bild ist zu grob. Scannen Sie mit 200 dpi, wenn das Papier zur Hand ist, und importieren Sie das.',
  'A page lies otherwise than the form: compare the whole page with the form.':
    'Eine Seite liegt anders als das Formular: Vergleichen Sie die ganze Seite mit dem Formular.',
  'A page is dirty or noisy, so that nothing on it is certain.':
    'Eine Seite ist schmutzig oder verrauscht, sodass nichts darauf sicher ist.',
  'There is more than one page in a picture: look whether all answers are of this form.':
    'Auf einem Bild ist mehr als eine Seite: Sehen Sie nach, ob alle Antworten von diesem Formular sind.',
  'The scan is black and white only, so that faint marks may be lost.':
    'Der Scan ist nur schwarz-weiß, sodass schwache Kreuze verloren sein können.',
  'The picture is too coarse to be certain.': 'Das Bild ist zu grob, um sicher zu sein.',
  'The page lies otherwise than the form, so that boxes may be mixed up.':
    'Die Seite liegt anders als das Formular, sodass Kästchen verwechselt sein können.',
  'Pale lines of the form are gone in the picture, so that pale ink may be gone as well.':
    'Auf dem Bild fehlen blasse Linien des Formulars, sodass auch blasse Schrift fehlen kann.',
  'There is dirt or a pattern all over the page.':
    'Auf der ganzen Seite ist Schmutz oder ein Muster.',
  'There are marks of more than one page in the picture.':
    'Auf dem Bild sind Marken von mehr als einer Seite.',
  'Its page is not there.': 'Die Seite dazu fehlt.',
  'There is only a little ink, which may be a mark or not.':
    'Es ist nur wenig Tinte da, die ein Kreuz sein kann oder nicht.',
  'More than one box is marked, and one is asked for.':
    'Es ist mehr als ein Kästchen angekreuzt, und nach einem ist gefragt.',
  'A box is blacked out or crossed out.': 'Ein Kästchen ist geschwärzt oder durchgestrichen.',
  'The pictures of its page differ: key what holds.':
    'Die Bilder der Seite unterscheiden sich: Geben Sie ein, was gilt.',
  'There is ink that may belong here or elsewhere, or a stain.':
    'Hier ist Tinte, die vielleicht hierher gehört und vielleicht anderswohin, oder ein Fleck.',
  'What is printed here looks different from the form.':
    'Was hier gedruckt ist, sieht anders aus als auf dem Formular.',
  'A shadow or a fold lies over it.': 'Ein Schatten oder eine Falte liegt darüber.',
  '{count} places': { one: '1 Fundstelle', other: '{count} Fundstellen' },
  '{count} pages': { one: '1 Seite', other: '{count} Seiten' },
  'given to at most {count} decimal places': {
    one: 'mit höchstens einer Nachkommastelle',
    other: 'mit höchstens {count} Nachkommastellen',
  },
  'Filling it in takes about {count} minutes.': {
    one: 'Das Ausfüllen dauert etwa eine Minute.',
    other: 'Das Ausfüllen dauert etwa {count} Minuten.',
  },
  'At most {count} characters': { one: 'Höchstens 1 Zeichen', other: 'Höchstens {count} Zeichen' },
  'at most {count} characters': { one: 'höchstens 1 Zeichen', other: 'höchstens {count} Zeichen' },
  'room for about {count} characters': {
    one: 'Platz für etwa 1 Zeichen',
    other: 'Platz für etwa {count} Zeichen',
  },
  '{count} characters too many': { one: '1 Zeichen zu viel', other: '{count} Zeichen zu viel' },
  '{count} of {most} characters left': {
    one: 'noch 1 von {most} Zeichen',
    other: 'noch {count} von {most} Zeichen',
  },
  'The form has room for {count} rows.': {
    one: 'Das Formular hat Platz für 1 Zeile.',
    other: 'Das Formular hat Platz für {count} Zeilen.',
  },
  '{shown} of {count} rows': { one: '{shown} von 1 Zeile', other: '{shown} von {count} Zeilen' },
  '{count} rows': { one: 'eine Zeile', other: '{count} Zeilen' },
  '{count} are': { one: 'ist 1', other: 'sind {count}' },
  '{count} of {all} are': { one: 'ist 1 von {all}', other: 'sind {count} von {all}' },
  '{count} working days': { one: '1 Arbeitstag', other: '{count} Arbeitstage' },
  'Look through {count} answers that were read for certain': {
    one: 'Die sicher gelesene Antwort ansehen',
    other: '{count} sicher gelesene Antworten ansehen',
  },
  'The pages are lost: {count} questions cannot be read': {
    one: 'Die Seiten sind verloren: 1 Frage ist nicht lesbar',
    other: 'Die Seiten sind verloren: {count} Fragen sind nicht lesbar',
  },
  '{count} forms of the file are on this page.': {
    one: '1 Formular der Datei ist auf dieser Seite.',
    other: '{count} Formulare der Datei sind auf dieser Seite.',
  },
} satisfies Readonly<Record<string, string | Record<'one' | 'other', string>>>
