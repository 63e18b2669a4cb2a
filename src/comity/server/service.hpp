// What all requests share: the register, the names in all languages, the reader of documents, and the edition in service.
// An edition is held by each request that began with it, so that another may take its place meanwhile. What only the edge
// can do (child processes) it lends as functions. Safe to use from many threads.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "comity/claims/extract.hpp"
#include "comity/sources/change_file.hpp"
#include "comity/store/edition.hpp"
#include "comity/world/resolver.hpp"

namespace comity::server {

class PageShelf;
class Service;
class Suggester;

// An edition in service, and the file behind it as an open descriptor: a child process reads the same edition even when the
// file's name has meanwhile been given to another.
class Holding {
 public:
  // Throws as store::Edition does.
  Holding(std::filesystem::path file, std::shared_ptr<const world::Register> states);
  ~Holding();
  Holding(const Holding&) = delete;
  Holding& operator=(const Holding&) = delete;

  const store::Edition& edition() const { return *edition_; }
  const facts::Context& context() const { return edition_->context(); }
  // The same with the outlines of states: for pages that draw maps. (A report's JSON is without, as the command line's.)
  const facts::Context& drawing_context() const { return drawing_context_; }
  // The beginning of the edition's content hash, as dossiers name it: what permalinks name.
  const std::string& name() const { return name_; }
  int descriptor() const { return descriptor_; }
  // What it says otherwise than the edition that it replaced; null where none was at hand.
  const sources::ChangeFile* changes() const { return changes_.get(); }
  // What its pages share, made when first asked for.
  PageShelf& shelf(Service& service) const;
  // Whether the file's name leads to this very file still.
  bool is_current(const std::filesystem::path& file) const;

 private:
  int descriptor_ = -1;
  std::unique_ptr<store::Edition> edition_;
  facts::Context drawing_context_;
  std::string name_;
  std::shared_ptr<const sources::ChangeFile> changes_;
  mutable std::once_flag shelf_once_;
  mutable std::unique_ptr<PageShelf> shelf_;
};

// Work for a child process of this program: a command line of it, what it reads, and how far it may go.
struct Task {
  std::vector<std::string> arguments;      // without the program's name; --edition is added
  std::string input;                       // its stdin
  std::chrono::milliseconds deadline{10'000};  // of the clock; then it is killed
  std::size_t most_output = 32u << 20;     // bytes
};
struct Outcome {
  int exit_code = -1;       // -1: ended by a signal
  bool out_of_time = false, too_long = false;
  std::string output, talk;  // stdout and stderr
};

// What the edge lends.
struct Ports {
  std::filesystem::path share;                                     // holds data/
  std::string version;                                             // of the program
  std::function<std::shared_ptr<const world::Resolver>()> load_resolver;
  std::function<Outcome(const Task&, const Holding&)> run;
  std::function<void(const std::string&)> complain;                // what strangers are not told; may be empty
};

class Service {
 public:
  Service(Ports ports, std::shared_ptr<const world::Register> states);
  ~Service();

  const world::Register& states() const { return *states_; }
  std::shared_ptr<const world::Register> shared_states() const { return states_; }
  // Loaded when first asked for.
  const world::Resolver& resolver();
  const claims::Extractor& extractor();
  const Suggester& suggester();
  const Ports& ports() const { return ports_; }

 private:
  Ports ports_;
  std::shared_ptr<const world::Register> states_;
  std::once_flag resolver_once_, extractor_once_, suggester_once_;
  std::shared_ptr<const world::Resolver> resolver_;
  std::unique_ptr<const claims::Extractor> extractor_;
  std::unique_ptr<const Suggester> suggester_;
};

}  // namespace comity::server
