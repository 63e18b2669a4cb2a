// A live request of a source, as [[request]] of its source.toml declares it: an address with placeholders, the file that each answer becomes,
// how long an answer is taken for new, and how further pages are found. What is asked on a day follows from it
// (plan_requests.hpp). Not here: any connection.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace comity::sources {

// Placeholders of `url` and `to`: {base} the provider's address; {year}, or {since} and {until} of a block of years; {reporter} the code
// of a state in `scheme`; {page} from 1, {offset} from 0; {query} the text of `query_file`, percent-encoded; and every name of [request.values].
struct RequestDeclaration {
  std::string provider;
  std::string url, to;
  std::string accept;        // media type asked for; empty: the provider's
  std::string form;          // json, csv, tsv, xml, zip: what the answer must look like; an HTML page is refused in any case
  std::string key;           // "" = sent where there is one; "needed" = not asked without; "without" = asked only where there is none
  std::string query_file;    // beside source.toml
  std::string scheme;        // of {reporter}'s codes
  std::vector<std::string> reporters;  // keys of states; empty: those that the caller chose, else all of today's with a code
  int first_year = 0;        // {year}, {since}, {until}: from here to the year of the clock
  int years_a_request = 1;   // length of a block
  int delay_years = 0;       // the newest figures are of so many years ago: later years are not asked for
  int revised_years = 3;     // a block whose last year is older is asked once; 0 = always again
  int refresh_days = 28;     // an answer is taken for new for so long
  std::string pages_at;      // JSON pointer to the number of pages ({page})
  std::string next_at;       // JSON pointer to the address of the next page; {page} then only numbers the files
  std::string rows_at;       // JSON pointer to the rows
  unsigned most_rows = 0;    // rows of a full page; where nothing pages, so many rows mean a cut answer: an error
  std::vector<int> nothing;  // statuses by which the publisher says that there are no rows (404, 204): no file then, and asked again next time
  std::string follow;        // a pattern of addresses that the answer lists: each is asked as well, once
  std::string follow_to;     // the file that such an answer becomes: {name} is the last part of its address
  // Put behind `url` when the block is here already, {asked} being the day of its newest answer: then only what has changed since comes, into a
  // file beside it (changes_file), and load.sql lets the newest file have the word. Empty: every answer is whole.
  std::string changes;
  std::vector<std::string> steady;  // JSON pointers that must say the same on every page
  unsigned most_mb = 0;      // longest answer in MiB; 0 = the usual bound
  std::map<std::string, std::vector<std::string>> values;  // further placeholders, each value in turn
  std::string where;         // for errors

  bool is_paged() const { return url.find("{page}") != std::string::npos || url.find("{offset}") != std::string::npos || !next_at.empty(); }
};

}  // namespace comity::sources
