// What the interface says, in English and German. Words of the dossier itself come from the server.
import type { Language } from './numbers';

const english = {
  no_page: 'This edition knows nothing of these two together: there is no page.', reported_by: 'Reported by',
  search: 'Country or pair', no_match: 'No country of that name', matches: 'suggestions', match_first: 'Choose the first country', match_second: 'and the second',
  first_country: 'First country', second_country: 'Second country', show_pair: 'Show the pair', pick_hint: 'Choose two countries on the map or from the lists.',
  picked_one: 'chosen; now the second', same_twice: 'Choose two different countries.', recent: 'Recently read', forget: 'Forget these',
  currency: 'Currency', books: 'Whose figures', both_books: 'both', method: 'Method', as_reported: 'as reported', period: 'Period', from: 'from', to: 'to', all_years: 'All years',
  lines: 'Lines', scale: 'Scale', linear: 'linear', logarithmic: 'logarithmic', options: 'Change the chart', table: 'Table', csv: 'CSV', no_rate: 'no exchange rate for this year',
  no_figure: 'no figure', suspect: 'suspect', source: 'Source', sources: 'Sources', note: 'Note', close: 'Close', in_notes: 'In the list of notes',
  year: 'year', value: 'value', unit: 'unit', line: 'line', why: 'why', nothing_left: 'Nothing is left to draw with these choices.',
  drag_hint: 'Drag over the chart to choose a period; arrow keys read the figures.', log_note: 'log scale', at_mean: 'at the mean rate of each year',
  cite: 'Cite this', copy_text: 'Copy as text', copy_wikitext: 'Copy as wikitext', print: 'Print', copied: 'Copied.', copy_failed: 'The browser does not allow copying.',
  cite_title: 'To cite this page', plain: 'Plain', bibtex: 'BibTeX', copy: 'Copy', accessed: 'accessed',
  sort_by: 'Sort by', ascending: 'ascending', descending: 'descending', rows: 'rows', show_more: 'Show more rows', filter: 'Only rows with', loading: 'Loading …', failed: 'That did not work',
  no_value: 'no figure', matrix_hint: 'Arrow keys move over the cells, Enter opens the pair.', less: 'less', more: 'more',
  add_pair: 'Add a pair', a_pair: 'Germany – Kazakhstan', as_keys: 'Type the pairs as keys', remove: 'Remove', indexed: 'Indexed (first common year = 100)', absolute: 'Absolute', at_most: 'At most six pairs.', compare_what: 'What is compared', no_common: 'There is no figure for any of these pairs.',
  run: 'Run', run_hint: 'Ctrl+Enter runs', tables: 'Tables', examples: 'Examples', cut_off: 'Only the first rows are shown.', took: 'ms', no_rows: 'No rows.',
  drop_here: 'Drop a text file here, or choose one', reading: 'Reading …', choose_file: 'Choose a file', too_large: 'The file is larger than the server takes.',
  map_label: 'World map: choose two countries', nothing_found: 'Nothing found', open_pair: 'Open', same_as_typed: 'matches', reconciled_larger: 'reconciled: the larger of both', reconciled_weighted: 'reconciled: weighted by reliability',
};

export type Word = keyof typeof english;

const german: Record<Word, string> = {
  no_page: 'Diese Ausgabe weiß nichts über diese beiden zusammen: Es gibt keine Seite.', reported_by: 'Gemeldet von',
  search: 'Land oder Länderpaar', no_match: 'Kein Land dieses Namens', matches: 'Vorschläge', match_first: 'Erstes Land wählen', match_second: 'und das zweite',
  first_country: 'Erstes Land', second_country: 'Zweites Land', show_pair: 'Paar zeigen', pick_hint: 'Zwei Länder auf der Karte oder in den Listen wählen.',
  picked_one: 'gewählt; nun das zweite', same_twice: 'Bitte zwei verschiedene Länder wählen.', recent: 'Zuletzt gelesen', forget: 'Diese vergessen',
  currency: 'Währung', books: 'Wessen Zahlen', both_books: 'beide', method: 'Methode', as_reported: 'wie gemeldet', period: 'Zeitraum', from: 'von', to: 'bis', all_years: 'Alle Jahre',
  lines: 'Linien', scale: 'Skala', linear: 'linear', logarithmic: 'logarithmisch', options: 'Darstellung ändern', table: 'Tabelle', csv: 'CSV', no_rate: 'kein Wechselkurs für dieses Jahr',
  no_figure: 'keine Angabe', suspect: 'zweifelhaft', source: 'Quelle', sources: 'Quellen', note: 'Anmerkung', close: 'Schließen', in_notes: 'In den Anmerkungen',
  year: 'Jahr', value: 'Wert', unit: 'Einheit', line: 'Linie', why: 'Grund', nothing_left: 'Bei dieser Auswahl bleibt nichts zu zeichnen.',
  drag_hint: 'Über die Zeichnung ziehen wählt einen Zeitraum; Pfeiltasten lesen die Zahlen.', log_note: 'logarithmische Skala', at_mean: 'zum Mittelkurs jedes Jahres',
  cite: 'Zitieren', copy_text: 'Als Text kopieren', copy_wikitext: 'Als Wikitext kopieren', print: 'Drucken', copied: 'Kopiert.', copy_failed: 'Der Browser lässt das Kopieren nicht zu.',
  cite_title: 'Diese Seite zitieren', plain: 'Als Text', bibtex: 'BibTeX', copy: 'Kopieren', accessed: 'abgerufen am',
  sort_by: 'Ordnen nach', ascending: 'aufsteigend', descending: 'absteigend', rows: 'Zeilen', show_more: 'Mehr Zeilen zeigen', filter: 'Nur Zeilen mit', loading: 'Wird geladen …', failed: 'Das ging nicht',
  no_value: 'keine Angabe', matrix_hint: 'Pfeiltasten führen über die Felder, die Eingabetaste öffnet das Paar.', less: 'weniger', more: 'mehr',
  add_pair: 'Paar hinzufügen', a_pair: 'Deutschland – Kasachstan', as_keys: 'Paare als Kürzel eingeben', remove: 'Entfernen', indexed: 'Indexiert (erstes gemeinsames Jahr = 100)', absolute: 'Absolut', at_most: 'Höchstens sechs Paare.', compare_what: 'Was verglichen wird', no_common: 'Für keines dieser Paare gibt es eine Angabe.',
  run: 'Ausführen', run_hint: 'Strg+Eingabe führt aus', tables: 'Tabellen', examples: 'Beispiele', cut_off: 'Nur die ersten Zeilen sind zu sehen.', took: 'ms', no_rows: 'Keine Zeilen.',
  drop_here: 'Textdatei hierher ziehen oder wählen', reading: 'Wird gelesen …', choose_file: 'Datei wählen', too_large: 'Die Datei ist größer, als der Server annimmt.',
  map_label: 'Weltkarte: zwei Länder wählen', nothing_found: 'Nichts gefunden', open_pair: 'Öffnen', same_as_typed: 'passt zu', reconciled_larger: 'abgeglichen: die größere von beiden', reconciled_weighted: 'abgeglichen: nach Verlässlichkeit gewichtet',
};

let language: Language = 'en';
export function speak(which: Language): void { language = which; }
export function spoken(): Language { return language; }
export function t(word: Word): string { return (language === 'de' ? german : english)[word]; }
