# resumax_embed(TARGET NAME FILE): compiles FILE's bytes into TARGET; <resumax/embedded/NAME.hpp> then declares
# `std::string_view resumax::embedded::NAME()`.
function(resumax_embed target name file)
  cmake_path(ABSOLUTE_PATH file)
  set(dir ${CMAKE_CURRENT_BINARY_DIR}/embedded/${target})
  file(CONFIGURE OUTPUT ${dir}/resumax/embedded/${name}.hpp CONTENT [[
#pragma once
#include <string_view>
namespace resumax::embedded {
std::string_view @name@();
}
]] @ONLY)
  file(CONFIGURE OUTPUT ${dir}/${name}.cpp CONTENT [[
#include <resumax/embedded/@name@.hpp>
asm(R"(
.section .rodata
.balign 16
resumax_embedded_@name@_begin:
.incbin "@file@"
resumax_embedded_@name@_end:
.byte 0
.previous
)");
extern "C" {
extern const char begin_of_bytes[] asm("resumax_embedded_@name@_begin");
extern const char end_of_bytes[] asm("resumax_embedded_@name@_end");
}
std::string_view resumax::embedded::@name@() {
  return {begin_of_bytes, static_cast<std::size_t>(end_of_bytes - begin_of_bytes)};
}
]] @ONLY)
  set_source_files_properties(${dir}/${name}.cpp TARGET_DIRECTORY ${target} PROPERTIES OBJECT_DEPENDS ${file})
  target_sources(${target} PRIVATE ${dir}/${name}.cpp)
  target_include_directories(${target} PRIVATE ${dir})
endfunction()
