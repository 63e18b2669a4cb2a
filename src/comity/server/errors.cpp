// Errors as answers, and what may have been meant.
#include <algorithm>
#include <new>

#include <fmt/format.h>

#include "comity/claims/write.hpp"
#include "comity/server/json.hpp"
#include "comity/server/router.hpp"

namespace comity::server {
namespace {

// Edits between two words, letters in the wrong order counted once.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

std::string error_page(const Problem& problem) {
  std::string out = "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>";
  claims::append_html_text(out, phrase_of(problem.status));
  out += " – Comity</title>\n<h1>";
  claims::append_html_text(out, phrase_of(problem.status));
  out += "</h1>\n<p>";
  claims::append_html_text(out, problem.what());
  out += "</p>\n";
  if (!problem.hint().empty()) {
    out += "<p>";
    claims::append_html_text(out, problem.hint());
    out += "</p>\n";
  }
  if (!problem.suggestions.empty()) {
    out += "<p>Did you mean</p>\n<ul>\n";
    for (const std::string& one : problem.suggestions) {
      out += "<li>";
      claims::append_html_text(out, one);
      out += "</li>\n";
    }
    out += "</ul>\n";
  }
  return out + "<p><a href=\"/\">Comity</a></p>\n</html>\n";
}

}  // namespace

std::vector<std::string> nearest(std::string_view typed, std::span<const std::string> known, std::size_t most) {
  if (typed.size() > 200) return {};
  std::vector<std::pair<std::size_t, std::string>> found;
  for (const std::string& one : known) {
    if (one.size() > 200) continue;
    const std::size_t edits = distance(typed, one);
    if (edits <= std::max<std::size_t>(1, typed.size() / 3)) found.emplace_back(edits, one);
  }
  std::ranges::sort(found);
  std::vector<std::string> out;
  for (auto& [edits, one] : found) {
    if (out.size() < most && std::ranges::find(out, one) == out.end()) out.push_back(std::move(one));
  }
  return out;
}

Problem problem_of(std::exception_ptr exception) {
  try {
    std::rethrow_exception(exception);
  } catch (const Problem& problem) {
    return problem;
  } catch (const UsageError& error) {
    return Problem(400, "bad_request", error.what(), error.hint());
  } catch (const NotFound& error) {
    return Problem(404, "not_found", error.what(), error.hint());
  } catch (const DataError& error) {
    return Problem(422, "unreadable", error.what(), error.hint());
  } catch (const StoreError&) {
    // Its words quote statements and files of this machine: for the log, not for strangers.
    return Problem(500, "store", "the edition could not be read", "Try again; if it stays so, tell who runs this server.");
  } catch (const std::bad_alloc&) {
    return Problem(503, "no_memory", "there is not enough memory for this answer", "Ask for less at once.");
  } catch (...) {
    return Problem(500, "internal", "this is a mistake in Comity", "Please report it with the address that led to it.");
  }
}

Response error_response(const Problem& problem, bool page) {
  Response out;
  out.status = problem.status;
  out.keeping = Keeping::never;
  if (page) {
    out.media_type = "text/html; charset=utf-8";
    out.body = error_page(problem);
    return out;
  }
  Json json;
  json.begin_object().key("error").begin_object();
  json.field("code", problem.code).field("message", problem.what()).field_or_null("hint", problem.hint()).field_or_null("parameter", problem.parameter);
  json.field("suggestions", problem.suggestions).end_object().end_object();
  out.body = json.take();
  return out;
}

}  // namespace comity::server
