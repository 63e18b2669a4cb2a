// What every answer carries, what is kept, what is packed, what is not sent again.
#include <brotli/decode.h>
#include <zlib.h>

#include "comity/server/compress.hpp"
#include "tests/unit/server/served_world.hpp"

namespace comity::server::test {
namespace {

using ::testing::HasSubstr;

std::string unpacked(const std::string& bytes, Packing packing) {
  std::string out(1u << 22, '\0');
  if (packing == Packing::brotli) {
    std::size_t size = out.size();
    EXPECT_EQ(BrotliDecoderDecompress(bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()), &size, reinterpret_cast<std::uint8_t*>(out.data())), BROTLI_DECODER_RESULT_SUCCESS);
    out.resize(size);
    return out;
  }
  z_stream stream{};
  inflateInit2(&stream, 15 + 16);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

TEST(Packing, IsWhatTheClientTakes) {
  EXPECT_EQ(wanted_packing(""), Packing::none);
  EXPECT_EQ(wanted_packing("identity"), Packing::none);
  EXPECT_EQ(wanted_packing("gzip, deflate"), Packing::gzip);
  EXPECT_EQ(wanted_packing("gzip, deflate, br"), Packing::brotli);
  EXPECT_EQ(wanted_packing("GZIP;q=1.0, br;q=0.5"), Packing::gzip);
  EXPECT_EQ(wanted_packing("br;q=0, gzip;q=0"), Packing::none);
  EXPECT_EQ(wanted_packing("*"), Packing::brotli);
  EXPECT_EQ(wanted_packing("*;q=0"), Packing::none);
}

TEST(Packing, ReadsBack) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += fmt::format("row {} of a table\n", i * 7919 % 5000);
  for (const Packing packing : {Packing::gzip, Packing::brotli}) {
    for (const bool well : {false, true}) EXPECT_EQ(unpacked(pack(text, packing, well), packing), text);
    EXPECT_LT(pack(text, packing, true).size(), text.size() / 3);
  }
}

TEST(Cache, IsBoundedInBytesAndDropsTheOldest) {
  Cache cache(16000);
  const auto entry = [](std::size_t size) {
    auto out = std::make_shared<Kept>();
    out->plain = std::make_shared<const std::string>(size, 'x');
    return out;
  };
  for (int i = 0; i < 20; ++i) {
    cache.put(fmt::format("key {}", i), entry(1000));
    cache.find("key 0");  // stays young
    EXPECT_LE(cache.counts().bytes, 16000u);
  }
  EXPECT_TRUE(cache.find("key 0"));
  EXPECT_FALSE(cache.find("key 1"));
  EXPECT_TRUE(cache.find("key 19"));
  EXPECT_GT(cache.counts().evictions, 0u);
  cache.put("large", entry(3000));
  EXPECT_FALSE(cache.find("large")) << "an eighth at most";
  const auto kept = cache.find("key 19");
  const std::size_t before = cache.counts().bytes;
  cache.add_form("key 19", *kept, Packing::gzip, std::string(300, 'y'), false);
  cache.add_form("key 19", *kept, Packing::gzip, std::string(200, 'y'), true);
  EXPECT_EQ(cache.counts().bytes, before + 200);
  cache.clear();
  EXPECT_EQ(cache.counts().bytes, 0u);
}

class FrontTest : public Served {};

TEST_F(FrontTest, AnAnswerIsKeptAndTaggedAndNotSentAgain) {
  const Sending first = get("/api/v1/states");
  const std::string tag = header(first, "ETag");
  ASSERT_EQ(first.status, 200);
  EXPECT_THAT(tag, ::testing::MatchesRegex("\"[0-9a-f]{16}\""));
  EXPECT_EQ(header(first, "Cache-Control"), "public, max-age=300, must-revalidate");
  EXPECT_EQ(header(first, "Comity-Edition"), holding_.name());
  const Request again{Method::get, "/api/v1/states", {}, {}};
  const auto kept = front_.quick(again, holding_);
  ASSERT_TRUE(kept) << "the second time it is there at once";
  EXPECT_EQ(kept->body, first.body);
  const Sending same = get("/api/v1/states", {{"if-none-match", tag}});
  EXPECT_EQ(same.status, 304);
  EXPECT_TRUE(same.body->empty());
  EXPECT_EQ(header(same, "ETag"), tag);
  EXPECT_EQ(get("/api/v1/states", {{"if-none-match", "W/\"other\", W/" + tag}}).status, 304);
  EXPECT_EQ(get("/api/v1/states", {{"if-none-match", "\"other\""}}).status, 200);
}

TEST_F(FrontTest, PackedFormsAreTheSameBytes) {
  const std::string plain = *get("/api/v1/states").body;
  for (const Packing packing : {Packing::gzip, Packing::brotli}) {
    for (int i = 0; i < 2; ++i) {
      const Sending packed = get("/api/v1/states", {{"accept-encoding", std::string(name_of(packing))}});
      EXPECT_EQ(header(packed, "Content-Encoding"), name_of(packing));
      EXPECT_EQ(header(packed, "Vary"), "Accept-Encoding");
      EXPECT_THAT(header(packed, "ETag"), HasSubstr("." + std::string(name_of(packing))));
      EXPECT_EQ(unpacked(*packed.body, packing), plain);
      EXPECT_EQ(get("/api/v1/states", {{"if-none-match", header(packed, "ETag")}}).status, 304);
    }
  }
}

TEST_F(FrontTest, WhatIsAskedForOftenIsPackedWell) {
  std::vector<std::function<void()>> work;
  front_.later = [&](auto one) { work.push_back(std::move(one)); };
  const std::vector<Header> takes = {{"accept-encoding", "br"}};
  const std::size_t quickly = get("/api/v1/states", takes).length;
  for (int i = 0; i < 5; ++i) get("/api/v1/states", takes);
  ASSERT_EQ(work.size(), 1u) << "once";
  work[0]();
  EXPECT_LT(get("/api/v1/states", takes).length, quickly);
}

TEST_F(FrontTest, HeadHasTheLengthAndNoBody) {
  const Sending whole = get("/api/v1/states"), head = ask(Method::head, "/api/v1/states");
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.length, whole.body->size());
  EXPECT_TRUE(head.body->empty());
  EXPECT_EQ(header(head, "ETag"), header(whole, "ETag"));
}

TEST_F(FrontTest, EveryAnswerCarriesThePolicyAndNoneABanner) {
  for (const char* target : {"/healthz", "/metrics", "/api/v1/states", "/api/v1/nothing", "/pair/DEU/KAZ/", "/nothing/", "/api/v1/pairs/DEU/Kasachstn", "/%00"}) {
    const Sending answer = get(target);
    const std::string policy = header(answer, "Content-Security-Policy");
    EXPECT_THAT(policy, HasSubstr("default-src 'none'")) << target;
    EXPECT_THAT(policy, ::testing::Not(HasSubstr("unsafe"))) << target;
    EXPECT_EQ(header(answer, "X-Content-Type-Options"), "nosniff") << target;
    EXPECT_EQ(header(answer, "X-Frame-Options"), "DENY") << target;
    EXPECT_EQ(header(answer, "Server") + header(answer, "X-Powered-By"), "") << target;
    EXPECT_EQ(header(answer, "Access-Control-Allow-Origin"), "") << target;
  }
}

TEST_F(FrontTest, MetricsCountWhatWasAnswered) {
  front_.metrics().observe(0, 200, 0.002, 100);
  front_.metrics().observe(Metrics::no_route, 404, 0.3, 5);
  const std::string text = *get("/metrics").body;
  EXPECT_THAT(text, HasSubstr("comity_requests_total{route=\"/healthz\",status=\"2xx\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("comity_requests_total{route=\"none\",status=\"4xx\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("comity_request_seconds_bucket{route=\"/healthz\",le=\"0.0025\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("comity_info{version=\"1.2.3\",edition=\"0123456789ab"));
}

class CrossOrigin : public Served {
 protected:
  CrossOrigin() : Served({.cross_origin = "https://example.org"}) {}
};

TEST_F(CrossOrigin, IsAllowedWhereAsked) {
  EXPECT_EQ(header(get("/api/v1/states"), "Access-Control-Allow-Origin"), "https://example.org");
  const Sending before = ask(Method::options, "/api/v1/sql");
  EXPECT_EQ(before.status, 204);
  EXPECT_EQ(header(before, "Access-Control-Allow-Methods"), "GET, HEAD, POST");
}

}  // namespace
}  // namespace comity::server::test
