#include <resumax/render/truetype_subset.hpp>

#include <resumax/core/error.hpp>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <map>
#include <utility>

namespace resumax::render {

namespace {

std::uint32_t read(std::string_view bytes, std::size_t at, std::size_t count) {
  if (at > bytes.size() || bytes.size() - at < count) throw Error(Errc::internal, "a font file is damaged");
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}
std::uint32_t read16(std::string_view bytes, std::size_t at) { return read(bytes, at, 2); }
std::uint32_t read32(std::string_view bytes, std::size_t at) { return read(bytes, at, 4); }

void write16(std::string& bytes, std::size_t at, std::uint32_t value) {
  bytes[at] = static_cast<char>(value >> 8 & 0xFF);
  bytes[at + 1] = static_cast<char>(value & 0xFF);
}
void append16(std::string& bytes, std::uint32_t value) {
  bytes.append(2, '\0');
  write16(bytes, bytes.size() - 2, value);
}
void append32(std::string& bytes, std::uint32_t value) {
  append16(bytes, value >> 16);
  append16(bytes, value & 0xFFFF);
}
void pad(std::string& bytes) { bytes.append((4 - bytes.size() % 4) % 4, '\0'); }

std::uint32_t checksum(std::string_view padded) {
  std::uint32_t sum = 0;
  for (std::size_t at = 0; at < padded.size(); at += 4) sum += read32(padded, at);
  return sum;
}

class Subsetter {
 public:
  Subsetter(const FontTable& table, std::vector<SubsetSlot> slots)
      : table_(table), slots_(std::move(slots)), loca_(table("loca")), glyf_(table("glyf")), hmtx_(table("hmtx")) {
    head_ = table("head");
    hhea_ = table("hhea");
    maxp_ = table("maxp");
    long_offsets_ = read16(head_, 50) != 0;
    glyph_count_ = read16(maxp_, 4);
    metric_count_ = read16(hhea_, 34);
    if (metric_count_ == 0) throw Error(Errc::internal, "a font file is damaged");
  }

  std::string run() {
    std::string glyf, loca, hmtx;
    for (std::size_t i = 0; i < slots_.size(); ++i) {  // grows while composite glyphs bring their parts
      append32(loca, static_cast<std::uint32_t>(glyf.size()));
      std::string outline = slots_[i].blank ? std::string() : std::string(outline_of(slots_[i].glyph));
      remap_parts(outline);
      append16(hmtx, static_cast<std::uint32_t>(slots_[i].advance) & 0xFFFF);
      append16(hmtx, slots_[i].blank ? 0 : left_bearing(slots_[i].glyph));
      glyf += outline;
      pad(glyf);
    }
    append32(loca, static_cast<std::uint32_t>(glyf.size()));
    const auto count = static_cast<std::uint32_t>(slots_.size());
    write16(head_, 50, 1);
    write16(hhea_, 34, count);
    write16(maxp_, 4, count);
    return assemble({{"cvt ", table_("cvt ")},
                     {"fpgm", table_("fpgm")},
                     {"glyf", std::move(glyf)},
                     {"head", head_},
                     {"hhea", hhea_},
                     {"hmtx", std::move(hmtx)},
                     {"loca", std::move(loca)},
                     {"maxp", maxp_},
                     {"prep", table_("prep")}});
  }

 private:
  std::size_t offset_of(unsigned glyph) const {
    return long_offsets_ ? read32(loca_, glyph * std::size_t{4})
                         : read16(loca_, glyph * std::size_t{2}) * std::size_t{2};
  }

  std::string_view outline_of(unsigned glyph) const {
    if (glyph >= glyph_count_) throw Error(Errc::internal, "a font file is damaged");
    const std::size_t begin = offset_of(glyph), end = offset_of(glyph + 1);
    if (begin > end || end > glyf_.size()) throw Error(Errc::internal, "a font file is damaged");
    return std::string_view(glyf_).substr(begin, end - begin);
  }

  std::uint32_t left_bearing(unsigned glyph) const {
    if (glyph < metric_count_) return read16(hmtx_, glyph * std::size_t{4} + 2);
    return read16(hmtx_, metric_count_ * std::size_t{4} + (glyph - metric_count_) * std::size_t{2});
  }

  unsigned part(unsigned glyph) {
    const auto [at, added] = parts_.try_emplace(glyph, static_cast<unsigned>(slots_.size()));
    if (added)
      slots_.push_back(
          {glyph, static_cast<int>(read16(hmtx_, std::min(glyph, metric_count_ - 1) * std::size_t{4})), false});
    return at->second;
  }

  // Points the parts of a composite glyph at their slots.
  void remap_parts(std::string& outline) {
    if (outline.size() < 10 || (read16(outline, 0) & 0x8000) == 0) return;
    constexpr std::uint32_t words = 0x0001, scale = 0x0008, more = 0x0020, two_scales = 0x0040, matrix = 0x0080;
    std::uint32_t flags = more;
    for (std::size_t at = 10; flags & more;) {
      flags = read16(outline, at);
      const unsigned glyph = read16(outline, at + 2);
      write16(outline, at + 2, part(glyph));
      at += flags & words ? 8 : 6;
      at += flags & scale ? 2 : flags & two_scales ? 4 : flags & matrix ? 8 : 0;
    }
  }

  static std::string assemble(std::vector<std::pair<std::string_view, std::string>> tables) {
    std::erase_if(tables, [](const auto& table) { return table.second.empty(); });
    const auto count = static_cast<std::uint32_t>(tables.size());
    const auto power = std::bit_width(std::max(count, 1U)) - 1;
    std::string out;
    append32(out, 0x00010000);
    append16(out, count);
    append16(out, 16U << power);
    append16(out, static_cast<std::uint32_t>(power));
    append16(out, count * 16 - (16U << power));
    std::size_t at = 12 + tables.size() * 16;
    std::size_t head_at = 0;
    std::string body;
    for (auto& [tag, bytes] : tables) {
      if (tag == "head") {
        head_at = at;
        std::fill_n(bytes.begin() + 8, 4, '\0');
      }
      const auto size = static_cast<std::uint32_t>(bytes.size());
      pad(bytes);
      out.append(tag);
      append32(out, checksum(bytes));
      append32(out, static_cast<std::uint32_t>(at));
      append32(out, size);
      at += bytes.size();
      body += bytes;
    }
    out += body;
    const std::uint32_t adjustment = 0xB1B0AFBAU - checksum(out);
    write16(out, head_at + 8, adjustment >> 16);
    write16(out, head_at + 10, adjustment & 0xFFFF);
    return out;
  }

  const FontTable& table_;
  std::vector<SubsetSlot> slots_;
  std::string loca_, glyf_, hmtx_, head_, hhea_, maxp_;
  std::map<unsigned, unsigned> parts_;  // glyph of the source -> its slot
  bool long_offsets_ = false;
  unsigned glyph_count_ = 0, metric_count_ = 0;
};

}  // namespace

std::string subset_truetype(const FontTable& table, std::vector<SubsetSlot> slots) {
  return Subsetter(table, std::move(slots)).run();
}

}  // namespace resumax::render
