#include <resumax/render/font.hpp>

#include <resumax/core/error.hpp>
#include <resumax/render/truetype_subset.hpp>

#include <ft2build.h>

#include FT_FREETYPE_H
#include FT_ADVANCES_H
#include FT_TRUETYPE_TABLES_H

namespace resumax::render {

std::unique_ptr<Font> Font::open(FT_LibraryRec_* library, const std::string& path) {
  FT_Face face = nullptr;
  if (FT_New_Face(library, path.c_str(), 0, &face) != 0) return nullptr;
  std::unique_ptr<Font> font(new Font(face));
  FT_ULong size = 0;
  const bool outlines = FT_Load_Sfnt_Table(face, FT_MAKE_TAG('g', 'l', 'y', 'f'), 0, nullptr, &size) == 0;
  if (!outlines || face->units_per_EM == 0 || FT_Select_Charmap(face, FT_ENCODING_UNICODE) != 0) return nullptr;
  return font;
}

Font::Font(FT_FaceRec_* face) : face_(face), kerns_(FT_HAS_KERNING(face)) { used_.push_back({0, 0, 0, false}); }

Font::~Font() { FT_Done_Face(face_); }

unsigned Font::glyph(char32_t character) const { return FT_Get_Char_Index(face_, character); }

int Font::scaled(long units) const {
  const long em = face_->units_per_EM;
  const long half = units < 0 ? -em / 2 : em / 2;
  return static_cast<int>((units * 1000 + half) / em);
}

int Font::advance(unsigned glyph) const {
  FT_Fixed units = 0;
  return FT_Get_Advance(face_, glyph, FT_LOAD_NO_SCALE, &units) == 0 ? scaled(units) : 0;
}

int Font::kerning(unsigned left, unsigned right) const {
  FT_Vector units{0, 0};
  if (!kerns_ || FT_Get_Kerning(face_, left, right, FT_KERNING_UNSCALED, &units) != 0) return 0;
  return scaled(units.x);
}

FontMetrics Font::metrics() const {
  FontMetrics out;
  const char* name = FT_Get_Postscript_Name(face_);
  out.name = name ? name : "Font";
  out.ascent = scaled(face_->ascender);
  out.descent = scaled(face_->descender);
  out.x_min = scaled(face_->bbox.xMin);
  out.y_min = scaled(face_->bbox.yMin);
  out.x_max = scaled(face_->bbox.xMax);
  out.y_max = scaled(face_->bbox.yMax);
  out.bold = (face_->style_flags & FT_STYLE_FLAG_BOLD) != 0;
  out.italic = (face_->style_flags & FT_STYLE_FLAG_ITALIC) != 0;
  out.cap_height = out.ascent;
  if (const auto* os2 = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(face_, FT_SFNT_OS2)); os2 && os2->version >= 2)
    out.cap_height = scaled(os2->sCapHeight);
  if (const auto* post = static_cast<const TT_Postscript*>(FT_Get_Sfnt_Table(face_, FT_SFNT_POST)))
    out.italic_angle = static_cast<int>(post->italicAngle / 65536);
  return out;
}

std::uint16_t Font::use(const SubsetGlyph& glyph) {
  const auto next = static_cast<std::uint16_t>(used_.size());
  const auto [at, added] = codes_.try_emplace({glyph.glyph, glyph.character, glyph.advance, glyph.blank}, next);
  if (added) {
    if (used_.size() >= 0xFFF0) throw Error(Errc::invalid_input, "the resume uses too many different characters");
    used_.push_back(glyph);
  }
  return at->second;
}

std::string Font::subset() const {
  auto table = [this](std::string_view tag) {
    auto byte = [&](std::size_t i) { return static_cast<unsigned char>(tag[i]); };
    const auto name = static_cast<FT_ULong>(FT_MAKE_TAG(byte(0), byte(1), byte(2), byte(3)));
    FT_ULong size = 0;
    std::string bytes;
    if (FT_Load_Sfnt_Table(face_, name, 0, nullptr, &size) != 0) return bytes;
    bytes.resize(size);
    if (FT_Load_Sfnt_Table(face_, name, 0, reinterpret_cast<FT_Byte*>(bytes.data()), &size) != 0) bytes.clear();
    return bytes;
  };
  std::vector<SubsetSlot> slots;
  slots.reserve(used_.size());
  for (const SubsetGlyph& glyph : used_)
    slots.push_back(
        {glyph.glyph, static_cast<int>(static_cast<long>(glyph.advance) * face_->units_per_EM / 1000), glyph.blank});
  return subset_truetype(table, slots);
}

}  // namespace resumax::render
