# One folder is one module: its sources, and what it embeds (queries, views, migrations).

# g++ 12 finds bounds that are not there in inlined vectors and strings; clang-tidy looks at those.
add_library(lenig_warnings INTERFACE)
target_compile_options(lenig_warnings INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Wshadow=local -Wno-missing-field-initializers
  -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread -Wno-restrict -Werror>)

# lenig_module(NAME [LINKS libraries…]): the library lenig_NAME from src/…/NAME, with the queries, views and
# migrations of the folder built in. Tests of the folder join the one test program.
function(lenig_module name)
  cmake_parse_arguments(MODULE "" "" "LINKS" ${ARGN})
  set(folder ${CMAKE_CURRENT_SOURCE_DIR})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/(tests|modules)/")
  file(GLOB embedded CONFIGURE_DEPENDS ${folder}/queries/*.sql ${folder}/views/*.html ${folder}/migrations/*.sql)
  if(embedded)
    set(generated ${CMAKE_BINARY_DIR}/generated/${name})
    add_custom_command(
      OUTPUT ${generated}/queries.hpp ${generated}/embedded.cpp
      COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/cmake/embed_module.py ${name} ${folder} ${generated}
      DEPENDS ${embedded} ${PROJECT_SOURCE_DIR}/cmake/embed_module.py
      VERBATIM)
    list(APPEND sources ${generated}/embedded.cpp ${generated}/queries.hpp)
  endif()
  if(NOT sources)
    add_library(lenig_${name} INTERFACE)
    target_link_libraries(lenig_${name} INTERFACE ${MODULE_LINKS})
    return()
  endif()
  add_library(lenig_${name} STATIC ${sources})
  target_include_directories(lenig_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src ${CMAKE_BINARY_DIR}/generated)
  target_link_libraries(lenig_${name} PUBLIC ${MODULE_LINKS} PRIVATE lenig_warnings)
  file(GLOB tests CONFIGURE_DEPENDS ${folder}/tests/*.cpp)
  set_property(GLOBAL APPEND PROPERTY LENIG_TESTS ${tests})
endfunction()
