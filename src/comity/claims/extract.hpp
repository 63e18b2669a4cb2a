// The whole way from bytes to claims: decode, strip markup, sentences, tokens, names, numbers, dates, readers. One call per
// document; thread-safe, as grammars are immutable. Long documents are read in pieces of a few megabytes that end at a line's end,
// so that memory stays bounded: a piece's claims, then the next.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "comity/claims/document.hpp"

namespace comity::claims {

// The grammars of the languages that can be read.
class Extractor {
 public:
  // Reads data_folder/claims. Throws DataError, NotFound.
  Extractor(const std::filesystem::path& data_folder, const std::shared_ptr<const world::Resolver>& resolver);

  struct Options {
    std::string file_name;                     // for the format; may be empty
    std::optional<Format> format;              // instead of guessing
    std::optional<std::pair<StateId, StateId>> pair;
    std::string language;                      // "en", "de"; empty = guessed
    std::function<void(std::string_view)> trace;  // gets one line per thing seen, for people
  };

  struct Result {
    std::vector<Claim> claims;        // in the order of the text
    StateId a, b;                     // the pair; none when the text is on no pair
    std::string why_no_pair;          // what was looked for, where there is none
    std::string language, encoding;
    Format format = Format::text;
    bool binary = false;              // nothing was read
    std::string title;                // first heading or line
    std::size_t sentences = 0, words = 0;
  };

  Result extract(std::string_view bytes, const Options& options) const;
  // The same, giving the claims of each piece as soon as they are there; the result's own list stays empty.
  Result extract(std::string_view bytes, const Options& options, const std::function<void(std::vector<Claim>&)>& take) const;

  const Grammar& grammar(std::string_view language) const;
  const world::Register& states() const { return resolver_->states(); }

 private:
  std::shared_ptr<const world::Resolver> resolver_;
  std::unique_ptr<Lexicon> lexicon_;
  std::shared_ptr<const Grammar> english_, german_;
};

// "en" or "de", by the small words in the first kilobytes.
std::string_view guess_language(std::string_view text);
// The two states a document is about: from its title, else those named most in its first part. False: none.
bool find_pair(const Grammar& grammar, const PlainText& plain, StateId& a, StateId& b, std::string& why_not);

}  // namespace comity::claims
