#include <resumax/extract/pdf_path.hpp>
#include <resumax/extract/pdf_visibility.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <cmath>

namespace resumax::extract {

namespace {

using document::HiddenReason;

/// Of 1 from black to white: a difference that nobody sees.
constexpr float least_contrast = 0.06F;
constexpr float least_alpha = 0.06F;
/// Points.
constexpr double least_size = 2;
/// A text box is taller than its font's size, by this at most.
constexpr double box_of_size = 1.35;

bool holds(const Box& box, double x, double y) { return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1; }

double area(const Box& box) { return std::max(0.0, box.x1 - box.x0) * std::max(0.0, box.y1 - box.y0); }

float difference(const Ink& one, const Ink& other) {
  return std::max({std::abs(one.red - other.red), std::abs(one.green - other.green), std::abs(one.blue - other.blue)});
}

Ink over_paper(const Ink& ink, float alpha) {
  const float paper = 1 - alpha;
  return {true, paper + alpha * ink.red, paper + alpha * ink.green, paper + alpha * ink.blue};
}

bool fills(int mode) { return mode == 0 || mode == 2 || mode == 4 || mode == 6; }
bool strokes(int mode) { return mode == 1 || mode == 2 || mode == 5 || mode == 6; }

/// A point inside the first letter.
std::pair<double, double> start_of(const TextShow& show) {
  const double size = std::min(show.size, 30.0);
  return {show.x + 0.2 * size, show.y + 0.3 * size};
}

/// Whether a line starts where no letter of it shows, or only later ones do.
bool begins_outside(const Box& area, const TextShow& show) {
  return show.x > area.x1 || show.y > area.y1 || show.x + show.size < area.x0 || show.y + 0.7 * show.size < area.y0;
}

}  // namespace

Visibility::Visibility(Painting painting, const Frame& frame)
    : painting_(std::move(painting)),
      frame_(frame),
      page_{frame.left, frame.bottom, frame.right, frame.top},
      covered_(painting_.shows.size(), false) {
  text_layer_ = is_text_layer();
  find_covered();
}

/// Text recognition lays invisible text over a picture of the page, and next to nothing else.
bool Visibility::is_text_layer() const {
  std::size_t invisible = 0, all = 0;
  for (const auto& show : painting_.shows) {
    const std::size_t bytes = show.end - show.begin;
    all += bytes;
    if (show.mode == 3) invisible += bytes;
  }
  double pictures = 0;
  for (const auto& paint : painting_.paints)
    if (paint.image) pictures += area(overlap(paint.box, page_));
  return invisible > 0 && 10 * invisible >= 7 * all && pictures >= 0.5 * area(page_);
}

void Visibility::find_covered() {
  const auto& shows = painting_.shows;
  std::size_t before = 0;
  for (std::size_t i = 0; i < painting_.paints.size(); ++i) {
    const Paint& paint = painting_.paints[i];
    while (before < shows.size() && shows[before].paints <= i) ++before;
    if (!paint.exact || paint.box.x1 - paint.box.x0 < 4 || paint.box.y1 - paint.box.y0 < 3) continue;
    if (effort_ < before) return;
    effort_ -= before;
    for (std::size_t k = 0; k < before; ++k) {
      const auto [x, y] = start_of(shows[k]);
      if (holds(paint.box, x, y)) covered_[k] = true;
    }
  }
}

bool Visibility::contrasts(const Ink& ink, float alpha, double x, double y, std::size_t paints) {
  if (alpha <= least_alpha) return false;
  if (!ink.known) return true;
  for (std::size_t i = paints; i-- > 0;) {
    if (effort_ == 0) return true;
    --effort_;
    const Paint& paint = painting_.paints[i];
    if (!holds(paint.box, x, y)) continue;
    if (!paint.ink.known || difference(ink, over_paper(paint.ink, paint.alpha)) * alpha > least_contrast) return true;
    if (paint.exact) return false;
  }
  return difference(ink, {true, 1, 1, 1}) * alpha > least_contrast;
}

bool Visibility::contrasts(const TextShow& show, double x, double y) {
  return show.masked || (fills(show.mode) && contrasts(show.fill, show.fill_alpha, x, y, show.paints)) ||
         (strokes(show.mode) && contrasts(show.stroke, show.stroke_alpha, x, y, show.paints));
}

bool Visibility::is_off_page(const Box& drawn) const {
  return drawn.x1 < page_.x0 || drawn.x0 > page_.x1 || drawn.y1 < page_.y0 || drawn.y0 > page_.y1;
}

std::optional<HiddenReason> Visibility::suspicion(std::size_t index) {
  const TextShow& show = painting_.shows[index];
  if (show.layer_off) return HiddenReason::layer;
  if (text_layer_ && show.mode == 3) return std::nullopt;
  if (begins_outside(page_, show)) return HiddenReason::off_page;
  if (show.mode == 3 || (show.mode == 7 && !painting_.filled_clips.contains(show.text_clip)))
    return HiddenReason::invisible;
  if (begins_outside(show.clip, show)) return HiddenReason::clipped;
  if (show.mode == 7) return std::nullopt;
  const bool ink =
      (fills(show.mode) && show.fill_alpha > least_alpha) || (strokes(show.mode) && show.stroke_alpha > least_alpha);
  if (!ink) return HiddenReason::transparent;
  if (show.size < least_size) return HiddenReason::tiny;
  const auto [x, y] = start_of(show);
  if (!contrasts(show, x, y) || !contrasts(show, x + show.ahead_x, y + show.ahead_y)) return HiddenReason::colour;
  if (covered_[index]) return HiddenReason::covered;
  return std::nullopt;
}

bool Visibility::is_hidden(std::size_t index, HiddenReason reason, const document::Word& word, const Box& drawn) {
  const TextShow& show = painting_.shows[index];
  const double width = drawn.x1 - drawn.x0, height = drawn.y1 - drawn.y0;
  switch (reason) {
    case HiddenReason::colour: {
      const double y = (drawn.y0 + drawn.y1) / 2;
      for (const double part : {0.2, 0.5, 0.8})
        if (contrasts(show, drawn.x0 + part * width, y)) return false;
      return true;
    }
    case HiddenReason::tiny: {
      const bool turned = word.rotation % 180 != 0;
      const auto letters = static_cast<double>(std::max<std::size_t>(1, text::length(word.text)));
      return (turned ? width : height) < least_size * box_of_size ||
             (turned ? height : width) / letters < 0.3 * least_size;
    }
    case HiddenReason::off_page:
      return is_off_page(drawn);
    case HiddenReason::clipped:
      return area(overlap(drawn, show.clip)) < 0.05 * area(drawn);
    case HiddenReason::covered: {
      const Box core{drawn.x0 + 0.1 * width, drawn.y0 + 0.2 * height, drawn.x1 - 0.1 * width, drawn.y1 - 0.2 * height};
      for (std::size_t i = show.paints; i < painting_.paints.size(); ++i) {
        const Paint& paint = painting_.paints[i];
        if (paint.exact && holds(paint.box, core.x0, core.y0) && holds(paint.box, core.x1, core.y1)) return true;
      }
      return false;
    }
    default:
      return true;
  }
}

}  // namespace resumax::extract
