// Work that must stop throws one of these. what() says what went wrong and where, quoting the
// text at fault; hint() says what a person can do about it. Blemishes in data are values (Reject)
// and unknown things are typed absences: neither is an error. Only the edges catch and print.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace comity {

class Error : public std::runtime_error {
 public:
  Error(const std::string& what, std::string hint) : std::runtime_error(what), hint_(std::move(hint)) {}
  // One or more sentences for the user; may be empty.
  const std::string& hint() const { return hint_; }

 private:
  std::string hint_;
};

// The call itself is wrong: a bad option, a date that is none. Exit code 2, HTTP 400.
struct UsageError : Error {
  explicit UsageError(const std::string& what, std::string hint = {}) : Error(what, std::move(hint)) {}
};
// What was asked for does not exist: an unknown country, source or indicator. Exit code 1, HTTP 404.
struct NotFound : Error {
  explicit NotFound(const std::string& what, std::string hint = {}) : Error(what, std::move(hint)) {}
};
// A file is not what its source says it is. what() names file, line and column.
struct DataError : Error {
  explicit DataError(const std::string& what, std::string hint = {}) : Error(what, std::move(hint)) {}
};
// The edition cannot be opened, written or trusted.
struct StoreError : Error {
  explicit StoreError(const std::string& what, std::string hint = {}) : Error(what, std::move(hint)) {}
};

}  // namespace comity
