// What a request did wrong, or what went wrong with it, as the one JSON shape that every error has:
// {"error":{"code":…,"message":…,"hint":…,"parameter":…,"suggestions":[…]}}. Thrown inside handlers; the router catches.
#pragma once

#include <string>
#include <vector>

#include "comity/base/error.hpp"

namespace comity::server {

struct Problem : Error {
  Problem(int problem_status, std::string problem_code, const std::string& what, std::string hint = {}, std::string problem_parameter = {}, std::vector<std::string> near = {})
      : Error(what, std::move(hint)), status(problem_status), code(std::move(problem_code)), parameter(std::move(problem_parameter)), suggestions(std::move(near)) {}

  int status;                            // of HTTP
  std::string code;                      // for programs: unknown_state, bad_parameter, …
  std::string parameter;                 // which one is at fault; empty: none in particular
  std::vector<std::string> suggestions;  // what may have been meant
};

}  // namespace comity::server
