// Everything one language's reading needs, compiled: phrases of data/claims/*.<language>.toml, names of states, cities and
// organisations from a Lexicon. Immutable; one is shared by all readings. Where the names come from is the Lexicon's business.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "comity/base/ids.hpp"
#include "comity/claims/cues.hpp"
#include "comity/claims/vocabulary.hpp"
#include "comity/world/resolver.hpp"

namespace comity::claims {

enum class NameForm : std::uint8_t { name, adjective, people, capital, city };

// A way to speak of a state. More than one state: it depends on the pair ("Korean").
struct NameEntry {
  std::string text;
  NameForm form = NameForm::name;
  std::vector<StateId> states;
  StateId seat;  // whose capital the town is: George Town is a town of Malaysia, but no capital of it
};

// Where names come from.
class Lexicon {
 public:
  virtual ~Lexicon() = default;
  virtual std::vector<NameEntry> names(std::string_view language) const = 0;
  // alpha-3 or the register's key; historical predecessors that texts call by the same name count as the state of today.
  virtual std::string code(StateId state) const = 0;
  // Whether it is a state no more, and counts as none of today: Prussia, Austria-Hungary.
  virtual bool is_past(StateId) const { return false; }
  struct Organisation {
    std::string short_name;
    std::vector<std::string> names;
  };
  virtual std::vector<Organisation> organisations(std::string_view language) const = 0;
  // Heads of state and of government and foreign ministers with the code of their state.
  struct Leader {
    std::string name, code;
  };
  virtual std::vector<Leader> leaders() const { return {}; }
};

// What the resolver calls states in a language; capitals, organizations.csv and data/claims/{cities,demonyms.<language>}.csv.
std::unique_ptr<Lexicon> make_lexicon(const std::filesystem::path& data_folder, std::shared_ptr<const world::Resolver> resolver);

// The code of a language, compared at many places of every sentence.
class Language {
 public:
  Language() = default;
  explicit Language(std::string_view code) : code_(code), first_(code.empty() ? ' ' : code[0]), second_(code.size() < 2 ? ' ' : code[1]) {}
  operator std::string_view() const { return code_; }
  bool operator==(const char (&code)[3]) const { return first_ == code[0] && second_ == code[1]; }

 private:
  std::string code_;
  char first_ = ' ', second_ = ' ';
};

class Grammar {
 public:
  // Reads data_folder/claims/*.<language>.toml. Throws DataError naming file and key when a key is no class of cues.hpp.
  static std::shared_ptr<const Grammar> load(const std::filesystem::path& data_folder, std::string_view language, const Lexicon& lexicon);

  Vocabulary words;
  Phrases phrases;
  std::vector<unsigned char> stops;     // by word, for split_sentences
  std::vector<NameEntry> names;         // what data of a Cue::name counts
  std::vector<std::string> texts;       // what data of every other cue counts; 0 = ""
  std::vector<std::string> codes;       // by StateId: what claims call the state
  std::vector<bool> past;               // by StateId: a state no more
  Language language;

  // The code of the state whose leader goes by a full name; empty for a name no list holds.
  std::string_view state_of_leader(std::string_view name) const;
  // Whether a leader of a state goes by this last name.
  bool has_leader_called(std::string_view last_name, std::string_view code) const;

  // The code of a state; empty for none.
  const std::string& code(StateId state) const { return codes[state.value < codes.size() ? state.value : 0]; }

 private:
  std::uint32_t text(std::string_view text);
  void add_phrase(std::string_view phrase, Cue cue, std::uint32_t data);
  void read_file(const std::filesystem::path& file);
  void take_names(const Lexicon& lexicon);
  void take_leaders(const Lexicon& lexicon);
  std::vector<std::pair<std::string, std::string>> leaders_;  // folded name, code; ascending
  std::vector<std::pair<std::string, std::string>> last_names_;  // the same by last name
};

}  // namespace comity::claims
