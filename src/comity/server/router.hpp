// From a request to the handler of its route, and from whatever the handler throws to an answer. Routes are values of one table
// (routes.hpp): what a path takes is said once, for reading it, for refusing what it does not take, and for the OpenAPI description.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "comity/base/date.hpp"
#include "comity/server/problem.hpp"
#include "comity/server/request.hpp"
#include "comity/server/service.hpp"

namespace comity::server {

enum class Kind { text, choice, integer, day, state, list, flag };

// One parameter of a route: a {place} of its path, or a name behind the question mark.
struct Parameter {
  std::string name;
  Kind kind = Kind::text;
  std::string meaning;
  std::string example;               // empty: the description and its test leave it out
  std::string otherwise;             // what holds where it is not given; empty: nothing
  std::vector<std::string> choices;  // for choice
  int least = 0, most = 0;           // for integer
  bool required = false;             // places of a path always are
};

// Where a handler may run: at once, where connections are served; on a worker, because it asks the database or takes a while;
// or on one of those that wait for child processes.
enum class Lane { quick, store, child };

class Call;
using Handler = Response (*)(Call&);

struct Route {
  Method method = Method::get;
  std::string pattern;               // "/api/v1/pairs/{a}/{b}"; a page's ends with a slash
  std::string summary;               // one line, for the description
  Handler handler = nullptr;
  std::vector<Parameter> parameters;
  std::vector<std::string> media_types = {"application/json"};
  Lane lane = Lane::store;
  std::size_t most_body = 0;         // bytes that a POST may carry
  std::string body_meaning, body_type;  // of a POST
  bool is_page = false;              // HTML: what it does not take it passes over, and its errors are pages
};

// A request on its way through a handler.
class Call {
 public:
  Call(const Request& request, const Target& target, const Route& route, Service& service, const Holding& holding, std::vector<std::string> places)
      : request(request), target(target), route(route), service(service), holding(holding), places_(std::move(places)) {}

  const Request& request;
  const Target& target;
  const Route& route;
  Service& service;
  const Holding& holding;

  bool has(std::string_view name) const { return find(name) != nullptr; }
  // As given, else what holds otherwise. Choices and required parameters have been checked before the handler runs.
  std::string text(std::string_view name) const;
  int integer(std::string_view name) const;
  bool flag(std::string_view name) const;
  std::optional<Day> day(std::string_view name) const;
  std::vector<std::string> list(std::string_view name) const;
  // Throws Problem 404 with the nearest names. The parameter must be there.
  StateId state(std::string_view name) const;
  std::optional<StateId> state_if_given(std::string_view name) const;

 private:
  const std::string* find(std::string_view name) const;
  const Parameter& parameter(std::string_view name) const;

  std::vector<std::string> places_;
};

class Router {
 public:
  Router(std::span<const Route> routes, Service& service) : routes_(routes), service_(service) {}

  struct Found {
    const Route* route = nullptr;      // none: `trouble` says why
    Target target;
    std::vector<std::string> places;
    std::optional<Problem> trouble;
    std::string allowed;               // for 405: the methods that there are
    bool page = false;                 // whoever asks wants a page
  };
  // Which route a request is for: 400, 404 and 405 are answers already. HEAD is GET.
  Found find(Method method, std::string_view target) const;
  // Runs the handler; every exception becomes an answer.
  Response answer(const Request& request, const Found& found, const Holding& holding) const;

  std::span<const Route> routes() const { return routes_; }

 private:
  Response refusal(const Found& found, const Problem& problem, bool page, const Holding& holding) const;

  std::span<const Route> routes_;
  Service& service_;
};

// An error as an answer: JSON, or for `page` a small HTML page that says the same.
Response error_response(const Problem& problem, bool page = false);
// Any exception that a handler let out, as a Problem.
Problem problem_of(std::exception_ptr exception);
// The nearest of `known` to a mistyped word, best first; none where none is near.
std::vector<std::string> nearest(std::string_view typed, std::span<const std::string> known, std::size_t most = 3);

}  // namespace comity::server
