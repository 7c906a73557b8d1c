#pragma once

#include <resumax/document/document.hpp>
#include <resumax/extract/pdf_frame.hpp>
#include <resumax/extract/pdf_painting.hpp>

#include <optional>
#include <vector>

namespace resumax::extract {

/// Which texts of a page a reader sees, as far as the content stream tells. In doubt a text is seen: behind an image, a
/// pattern or a curve nothing is known.
class Visibility {
 public:
  Visibility(Painting painting, const Frame& frame);

  const Painting& painting() const { return painting_; }
  const Frame& frame() const { return frame_; }
  /// Why the text may be hidden, judged by where its line starts; each verdict wants its words looked at.
  std::optional<document::HiddenReason> suspicion(std::size_t show);
  /// Whether a word that this text drew there is hidden for that reason.
  bool is_hidden(std::size_t show, document::HiddenReason reason, const document::Word& word, const Box& drawn);
  bool is_off_page(const Box& drawn) const;

 private:
  bool contrasts(const Ink& ink, float alpha, double x, double y, std::size_t paints);
  bool contrasts(const TextShow& show, double x, double y);
  bool is_text_layer() const;
  void find_covered();

  Painting painting_;
  Frame frame_;
  Box page_;
  bool text_layer_ = false;  ///< invisible text stands over the picture it was recognised in
  std::vector<bool> covered_;
  std::size_t effort_ = 30'000'000;  ///< comparisons left before texts are taken as seen
};

}  // namespace resumax::extract
