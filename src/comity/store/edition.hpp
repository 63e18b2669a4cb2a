// An edition opened for reading: its Context, the facts of one pair in a few milliseconds, those of all pairs in one
// pass over the sorted tables. Immutable and safe to share between threads; each reader takes a Session of its own.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "comity/facts/pair_facts.hpp"
#include "comity/store/duckdb.hpp"
#include "comity/store/text_numbers.hpp"

namespace comity::store {

// Texts that occur again and again, kept once for the life of the edition.
class TextPool {
 public:
  std::string_view keep(std::string_view text);

 private:
  // Units, currencies, names of products come a thousand times in a row: those just seen are found without a look at all others.
  static constexpr std::size_t recent_places = 1024;
  std::vector<std::string_view> recent_ = std::vector<std::string_view>(recent_places);
  TextNumbers texts_;
};

// Whether it is an edition, but one that another version of the program made and that this one cannot read. False where there is none.
bool is_of_another_version(const std::filesystem::path& file);

class Edition;

// One reader: a connection and the texts it has read. Not shared between threads.
class Session {
 public:
  explicit Session(const Edition& edition);
  ~Session();
  // Everything about the two, in the order asked. Views inside live as long as the session.
  facts::PairFacts pair_facts(StateId a, StateId b);
  Connection& connection();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

class Edition {
 public:
  // Throws NotFound (no such file), StoreError (no edition, another schema or register).
  Edition(const std::filesystem::path& file, std::shared_ptr<const world::Register> states, const Opening& opening = {.read_only = true});
  ~Edition();

  const facts::Context& context() const;
  // Reads the outlines of states into the context, for reports that draw maps. Not while other threads read it.
  void load_shapes();
  const std::filesystem::path& file() const;
  Session session() const { return Session(*this); }

  // Every pair that has any fact, and every state's facts beside it, in pair order. `work` is called from `threads`
  // threads at once with a number that grows by one from 0 in pair order; the facts are its own to change. Memory is bounded. `indicators`: only observations
  // of these are read; empty = all. `sources`: only facts of these, by id; empty = all (disagreements have none and all come).
  void for_each_pair(int threads, const std::function<void(std::size_t number, facts::PairFacts&)>& work, const std::vector<std::string>& indicators = {},
                     const std::vector<SourceId>& sources = {}) const;
  // The pairs of a list (ascending codes) that have any fact, in order, without the facts of either state alone. Read from the tables.
  void for_pairs(const std::vector<std::uint32_t>& codes, const std::function<void(facts::PairFacts&)>& work) const;
  // How many pairs for_each_pair walks over.
  std::size_t pair_count() const;
  // Whether facts of states alone are kept once a session read them, so that reading them beforehand serves later readers.
  // Where a file of pairs lies beside the edition nothing is kept, since nothing is gained.
  bool keeps_facts_of_states() const;

 private:
  friend class Session;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace comity::store
