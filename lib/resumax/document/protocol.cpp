#include <resumax/document/bytes.hpp>
#include <resumax/document/protocol.hpp>
#include <resumax/document/wire.hpp>
#include <resumax/text/unicode.hpp>

namespace resumax::document {

namespace {

constexpr std::uint32_t request_magic = 0x31515852;  // "RXQ1"
constexpr std::uint8_t holds_document = 0, holds_error = 1;
constexpr std::array extractor_errors{Errc::invalid_input, Errc::unsupported_format, Errc::encrypted,
                                      Errc::no_text_layer, Errc::size_exceeded,      Errc::parse_failed};

}  // namespace

std::string encode_request_header(const RequestHeader& header) {
  Writer out;
  out.u32(request_magic);
  out.u32(header.filename_size);
  out.u64(header.body_size);
  return out.take();
}

RequestHeader decode_request_header(std::string_view bytes) {
  Reader in(bytes);
  if (in.u32() != request_magic) Reader::fail("request");
  RequestHeader header;
  header.filename_size = in.u32();
  header.body_size = in.u64();
  if (header.filename_size > longest_filename || !in.at_end()) Reader::fail("request");
  return header;
}

std::string encode_answer_header(std::uint64_t payload_size) {
  Writer out;
  out.u64(payload_size);
  return out.take();
}

std::uint64_t decode_answer_header(std::string_view bytes) { return Reader(bytes).u64(); }

std::string encode_answer(const Document& document) {
  std::string out(1, static_cast<char>(holds_document));
  return out += encode(document);
}

std::string encode_answer(const Error& error) {
  Writer out;
  out.u8(holds_error);
  out.u8(static_cast<std::uint8_t>(error.code()));
  out.string(text::to_utf8(error.what()));
  out.string(text::to_utf8(error.hint()));
  return out.take();
}

std::string encode_sandbox(const Sandbox& sandbox) {
  Writer out;
  out.boolean(sandbox.built);
  out.boolean(sandbox.calls);
  out.boolean(sandbox.files);
  return out.take();
}

Sandbox decode_sandbox(std::string_view payload) {
  Reader in(payload);
  Sandbox sandbox;
  sandbox.built = in.boolean();
  sandbox.calls = in.boolean();
  sandbox.files = in.boolean();
  if (!in.at_end()) Reader::fail("trailing bytes");
  return sandbox;
}

Document decode_answer(std::string_view payload) {
  Reader in(payload);
  const auto kind = in.u8();
  if (kind == holds_document) return decode(payload.substr(1));
  if (kind != holds_error) Reader::fail("kind of answer");
  const auto code = in.u8();
  const auto message = text::squeeze(in.string());
  const auto hint = text::squeeze(in.string());
  if (!in.at_end()) Reader::fail("trailing bytes");
  for (const Errc known : extractor_errors)
    if (static_cast<std::uint8_t>(known) == code) throw Error(known, message, hint);
  throw Error(Errc::parse_failed, message, hint);
}

}  // namespace resumax::document
