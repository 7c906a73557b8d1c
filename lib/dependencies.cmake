# Third-party libraries, all from Debian 12's packages. Static archives are taken where Debian ships them and the
# program is on the path of every command: each shared library costs start-up time (budget: 3x `git --version`).
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(ZLIB REQUIRED)

# resumax_find_archive(TARGET NAME): imported target for libNAME, the static archive if there is one.
function(resumax_find_archive target name)
  find_library(RESUMAX_${name}_LIBRARY NAMES lib${name}.a ${name} REQUIRED)
  add_library(${target} UNKNOWN IMPORTED GLOBAL)
  set_target_properties(${target} PROPERTIES IMPORTED_LOCATION ${RESUMAX_${name}_LIBRARY})
endfunction()

resumax_find_archive(third::sqlite3 sqlite3)
target_link_libraries(third::sqlite3 INTERFACE Threads::Threads ${CMAKE_DL_LIBS} m)
resumax_find_archive(third::stemmer stemmer)
resumax_find_archive(third::utf8proc utf8proc)
resumax_find_archive(third::fribidi fribidi)
resumax_find_archive(third::pugixml pugixml)
find_package(JPEG REQUIRED)
resumax_find_archive(third::qpdf qpdf)
target_link_libraries(third::qpdf INTERFACE JPEG::JPEG ZLIB::ZLIB)

find_library(RESUMAX_HARU_LIBRARY hpdf REQUIRED)
add_library(third::haru UNKNOWN IMPORTED)
set_target_properties(third::haru PROPERTIES IMPORTED_LOCATION ${RESUMAX_HARU_LIBRARY})

pkg_check_modules(zip REQUIRED IMPORTED_TARGET libzip)
# libzip is loaded where a DOCX is written or read (render/zip_package.cpp, extract/zip_reader.cpp), by this name.
execute_process(COMMAND ${CMAKE_READELF} -d ${zip_LINK_LIBRARIES} OUTPUT_VARIABLE zip_dynamic_section)
string(REGEX MATCH "libzip\\.so\\.[0-9]+" RESUMAX_LIBZIP "${zip_dynamic_section}")
if(NOT RESUMAX_LIBZIP)
  message(FATAL_ERROR "cannot tell the name libzip is loaded by")
endif()
pkg_check_modules(freetype REQUIRED IMPORTED_TARGET freetype2)
pkg_check_modules(poppler_cpp REQUIRED IMPORTED_TARGET poppler-cpp)
pkg_check_modules(qpdf REQUIRED IMPORTED_TARGET libqpdf)

# Headers only.
foreach(header CLI/CLI.hpp toml++/toml.h dtl/dtl.hpp rang.hpp)
  string(MAKE_C_IDENTIFIER RESUMAX_HAS_${header} found)
  find_path(${found} ${header} REQUIRED)
endforeach()
