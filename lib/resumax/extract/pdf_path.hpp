#pragma once

#include <resumax/core/resume.hpp>

#include <array>
#include <initializer_list>
#include <vector>

namespace resumax::extract {

using Point = std::array<double, 2>;

/// The smallest box around two.
Box join(const Box& one, const Box& other);
/// What two boxes share; its corners are out of order where that is nothing.
Box overlap(const Box& one, const Box& other);

/// A path as it is put together, in the page's coordinates: the box of each of its parts, and whether the part is a
/// rectangle along the page's edges.
class Path {
 public:
  struct Part {
    Box box;
    bool rectangle = false;
  };
  void move(const Point& to);
  void line(const Point& to);
  void curve(std::initializer_list<Point> points);
  void rectangle(const Box& box, bool upright);
  void close();
  void clear();
  const std::vector<Part>& parts() const { return parts_; }

 private:
  bool is_rectangle() const;

  bool open_ = false, straight_ = true;
  Box box_;
  std::vector<Point> points_;  ///< of the open part, as many as tell a rectangle
  std::vector<Part> parts_;
};

}  // namespace resumax::extract
