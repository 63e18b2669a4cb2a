# One static library per room. A room links only the rooms that it may know, and
# tests/layers reads the includes to hold it to that.
#
#   comity_room(name [ROOMS room...] [LINK target...])
#
# takes every .cpp under src/comity/<name>/ . A room without a .cpp yet is header-only.
function(comity_room name)
  cmake_parse_arguments(ROOM "" "" "ROOMS;LINK" ${ARGN})
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/comity/${name}/*.cpp)
  set(linked ${ROOM_LINK})
  foreach(other ${ROOM_ROOMS})
    list(APPEND linked comity_${other})
  endforeach()
  if(files)
    add_library(comity_${name} STATIC ${files})
    target_include_directories(comity_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR})
    target_link_libraries(comity_${name} PUBLIC ${linked})
    if(name STREQUAL base)
      target_precompile_headers(comity_base PRIVATE <cmake/pch.hpp>)  # without a folder of its own in it: clones share what ccache keeps
    else()
      target_precompile_headers(comity_${name} REUSE_FROM comity_base)
    endif()
  else()
    add_library(comity_${name} INTERFACE)
    target_include_directories(comity_${name} INTERFACE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR})
    target_link_libraries(comity_${name} INTERFACE ${linked})
  endif()
endfunction()
