// From what people write to a state: names in every language, official and short, turned round, cut short, misspelt,
// adjectives, and names inside a text. Answers are ranked, carry a score and a reason, and say so when a name may mean
// several states. Not here: the exact look-up that loaders use (Register::by_name), facts about states.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "comity/world/register.hpp"

namespace comity::world {

// How a name led to a state, or why it did not.
enum class How : std::uint8_t {
  none,         // no match
  empty,        // nothing but blanks
  key,          // the register's own key, "DEU_1871"
  code,         // an ISO code in capitals or a Wikidata item
  name,         // a name in use on the day, in some language
  former_name,  // a name not in use on the day
  reordered,    // the words of a name in another order or cut short: "Korea, Rep. of"
  shortened,    // a name with a form of government or a remark left away: "Republic of Peru", "Aruba (NL)"
  adjective,    // "Kazakh"
  capital,      // a capital that stands for its state (only when asked for)
  part,         // a part of the state that is none itself: "England"
  misspelling,  // within few edits of one state's name and of no other's
  ambiguous,    // several states, or a state and something else
  non_state,    // known, and no state: "World"
  nearest,      // a guess, only when picked
};
std::string_view how_text(How how);  // "name", "former name", ...

struct Candidate {
  StateId state;
  double score = 0;  // 0 to 1
  How how = How::none;
};

// A few candidates, best first, kept in place: a million answers allocate nothing.
class Candidates {
 public:
  // Keeps the better score of a state that is there already. Past the last place the worst is dropped.
  void add(const Candidate& candidate);
  void rank();  // by score, stable
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  Candidate& operator[](std::size_t i) { return items_[i]; }
  const Candidate& operator[](std::size_t i) const { return items_[i]; }
  const Candidate* begin() const { return items_.data(); }
  const Candidate* end() const { return items_.data() + size_; }

 private:
  std::array<Candidate, 6> items_;
  std::uint8_t size_ = 0;
};

// What one name means. `state` is none when nothing fits, or when several do and none was picked.
struct Resolution {
  StateId state;
  double confidence = 0;  // 1: an exact name or code that means this state alone; 0: no answer
  How how = How::none;
  Candidates candidates;     // what the name may mean, best first; also when `state` is none
  std::string_view matched;  // the name that matched, as its source writes it; lives as long as the resolver
  bool existed = true;       // whether `state` was there on the day asked for
};

struct ResolveOptions {
  Day day = last_day;       // the day on which the name is said
  bool metonyms = false;    // capitals stand for their states
  bool pick = false;        // guess: the first of several, the nearest of none, with a low confidence; never for what is known to be no state
  bool misspellings = true;
};

// A name found in a text. Bytes of UTF-8, `end` behind the last.
struct Mention {
  std::size_t begin = 0, end = 0;
  Candidates candidates;  // best first
  double score = 0;       // of the best; below 0.5 the text speaks against it: a person, a river, another place of that name
  How how = How::none;
  std::string_view note;  // what speaks against it, or what the name is; empty when nothing

  // The one state meant; none when it may be several or when the score is below 0.5.
  StateId state() const { return how != How::ambiguous && !candidates.empty() && score >= 0.5 ? candidates[0].state : StateId{}; }
};

struct TextOptions {
  Day day = last_day;
  bool metonyms = false;    // "Berlin and Astana agreed"
  bool adjectives = true;   // "the Kazakh president"
  bool non_states = false;  // also what is known to be no state ("European Union"), without candidates
  // Languages (CLDR's codes) whose names written in Latin letters count. Names in other scripts always do: "Island" is
  // Iceland in German only.
  std::vector<std::string> languages = {"en"};
};

class Resolver {
 public:
  // Builds the index in memory (about a second): `parts` is the folder of npm packages; empty: the register's names only.
  static std::shared_ptr<const Resolver> make(std::shared_ptr<const Register> states, const std::filesystem::path& data,
                                              const std::filesystem::path& parts);
  // ... over bytes that make_bytes() gave for this register.
  static std::shared_ptr<const Resolver> make(std::shared_ptr<const Register> states, std::string bytes);
  // Maps an index that make_bytes() made. Throws DataError when it is not one, or was made from other tables than `data`.
  static std::shared_ptr<const Resolver> open(std::shared_ptr<const Register> states, const std::filesystem::path& data,
                                              const std::filesystem::path& index);
  // The index as bytes, to be kept in a file. Same tables and packages, same bytes.
  static std::string make_bytes(const Register& states, const std::filesystem::path& data, const std::filesystem::path& parts);

  // One name. Any bytes; what is no UTF-8 is passed over. Cost: well under a microsecond for a known name.
  Resolution resolve(std::string_view name, const ResolveOptions& options = {}) const;
  // Every mention in a text, in its order, not overlapping: of names at one place the longest counts.
  std::vector<Mention> find_in_text(std::string_view text, const TextOptions& options = {}) const;

  // One line on a resolution: "name", "misspelling of Kazakhstan", "ambiguous: COG or COD".
  std::string explain(const Resolution& resolution) const;

  struct Name {
    std::string_view text, language, kind;  // kind: name, official, former, adjective, ...
    bool shown = false;                     // the name that the language shows in lists
  };
  // All that the index calls a state, by language, then text.
  std::vector<Name> names_of(StateId state) const;

  // All that one language calls all states (names that belong to no language, such as the register's own, included), by
  // state, then in the index's order. An empty list for an unknown language.
  struct Called {
    StateId state;
    Name name;
  };
  std::vector<Called> called_in(std::string_view language) const;

  // What a language (CLDR's code) shows for each state, by StateId; empty texts for states without, nothing at all for an
  // unknown language.
  std::vector<std::string_view> names_in(std::string_view language) const;
  std::vector<std::string> languages() const;

  const Register& states() const;

  struct Index;
  explicit Resolver(std::unique_ptr<const Index> index);
  ~Resolver();

 private:
  std::unique_ptr<const Index> index_;
};

}  // namespace comity::world
