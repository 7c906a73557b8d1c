#include <resumax/extract/pdf_path.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace resumax::extract {

namespace {

constexpr std::size_t most_parts = 20'000, points_of_rectangle = 5;

}  // namespace

Box join(const Box& one, const Box& other) {
  return {std::min(one.x0, other.x0), std::min(one.y0, other.y0), std::max(one.x1, other.x1),
          std::max(one.y1, other.y1)};
}

Box overlap(const Box& one, const Box& other) {
  return {std::max(one.x0, other.x0), std::max(one.y0, other.y0), std::min(one.x1, other.x1),
          std::min(one.y1, other.y1)};
}

void Path::move(const Point& to) {
  close();
  open_ = straight_ = true;
  box_ = {to[0], to[1], to[0], to[1]};
  points_ = {to};
}

void Path::line(const Point& to) {
  if (!open_) return move(to);
  box_ = join(box_, {to[0], to[1], to[0], to[1]});
  if (points_.size() <= points_of_rectangle) points_.push_back(to);
}

void Path::curve(std::initializer_list<Point> points) {
  for (const Point& point : points) line(point);
  straight_ = false;
}

void Path::rectangle(const Box& box, bool upright) {
  close();
  if (parts_.size() < most_parts) parts_.push_back({box, upright});
}

void Path::close() {
  if (open_ && parts_.size() < most_parts) parts_.push_back({box_, straight_ && is_rectangle()});
  open_ = false;
}

void Path::clear() {
  open_ = false;
  parts_.clear();
}

bool Path::is_rectangle() const {
  std::size_t corners = points_.size();
  if (corners == 5 && points_[4] == points_[0]) corners = 4;
  if (corners != 4) return false;
  const auto on_edge = [](double value, double low, double high) {
    return std::abs(value - low) < 0.01 || std::abs(value - high) < 0.01;
  };
  for (std::size_t i = 0; i < 4; ++i) {
    const Point& p = points_[i];
    const Point& next = points_[(i + 1) % 4];
    const bool along = std::abs(p[0] - next[0]) < 0.01 || std::abs(p[1] - next[1]) < 0.01;
    if (!along || !on_edge(p[0], box_.x0, box_.x1) || !on_edge(p[1], box_.y0, box_.y1)) return false;
  }
  return true;
}

}  // namespace resumax::extract
