#include "apps/cli/errors.hpp"

#include <cstdio>
#include <exception>
#include <filesystem>
#include <new>
#include <string>

#include "comity/base/error.hpp"

namespace comity::cli {
namespace {

int say(const std::string& what, const std::string& hint, int code) {
  std::fflush(stdout);
  std::fprintf(stderr, "comity: %s\n", what.c_str());
  if (!hint.empty()) std::fprintf(stderr, "  %s\n", hint.c_str());
  return code;
}

}  // namespace

int report_error() {
  try {
    throw;
  } catch (const UsageError& error) {
    return say(error.what(), error.hint(), 2);
  } catch (const Error& error) {
    return say(error.what(), error.hint(), 1);
  } catch (const std::filesystem::filesystem_error& error) {
    return say(error.path1().string() + ": " + error.code().message(), "Name a place that exists and that you may write to (--output, XDG_DATA_HOME).", 1);
  } catch (const std::bad_alloc&) {
    return say("there is not enough memory", "Close other programs, or build with --threads 1.", 1);
  } catch (const std::exception& error) {
    return say(error.what(), "This is a mistake in Comity; please report it with the command that led to it.", 1);
  }
}

}  // namespace comity::cli
