// What the pages of one edition share: its frame in each language, which rankings there are, what the start shows. Made when first
// asked for, and gone with the edition. Safe to use from many threads.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "comity/pages/gather.hpp"
#include "comity/server/service.hpp"

namespace comity::server {

class PageShelf {
 public:
  PageShelf(const Holding& holding, Service& service);
  ~PageShelf();

  // Throws NotFound for a language that pages do not speak.
  const pages::Site& site(const std::string& language);
  const std::vector<pages::Slice>& slices();
  // Reads all figures once: seconds on a full edition.
  const pages::StartData& start();
  // Without waiting: what start() gave, or before that the countries alone.
  pages::StartData start_so_far(bool& whole) const;

 private:
  struct Tongue;
  const Holding& holding_;
  Service& service_;
  std::mutex mutex_;  // for tongues_
  std::map<std::string, std::unique_ptr<Tongue>> tongues_;
  std::once_flag slices_once_, start_once_;
  std::vector<pages::Slice> slices_;
  pages::StartData start_;
  std::atomic<bool> has_start_{false};
  std::vector<StateId> countries_;
};

// The languages of pages; the first stands at the root, the others in folders.
inline const std::vector<std::string> page_languages = {"en", "de"};

}  // namespace comity::server
