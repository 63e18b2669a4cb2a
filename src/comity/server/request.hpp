// A request and its answer as plain values, without sockets: what a handler reads and what it gives back.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "comity/server/target.hpp"

namespace comity::server {

enum class Method { get, head, post, options, other };
Method method_of(std::string_view name);

using Header = std::pair<std::string, std::string>;

struct Request {
  Method method = Method::get;
  std::string target;           // as sent
  std::vector<Header> headers;  // names in lower case, in the order sent
  std::string body;

  // The value of a header, "" where it is not there. `name` in lower case.
  std::string_view header(std::string_view name) const;
};

// How long an answer may be kept by others.
enum class Keeping {
  never,       // no-store: errors, health, what was sent to be read
  by_edition,  // with an ETag, asked again after some minutes: the same as long as the edition is
  for_ever,    // names its edition or its own hash: never another
};

struct Response {
  int status = 200;
  std::string media_type = "application/json";
  std::string body;
  std::vector<Header> headers;  // beside those that every answer carries
  Keeping keeping = Keeping::by_edition;
};

// The usual phrase of a status, "Not Found".
std::string_view phrase_of(int status);

}  // namespace comity::server
