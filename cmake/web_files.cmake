# The built front end inside the program: web/dist → generated/web_assets.cpp, part of the room web. scripts/setup.sh builds
# web/dist where node can; where it is missing, the list is empty and everything else is as it was.
set(COMITY_WEB ${CMAKE_SOURCE_DIR}/web/dist CACHE PATH "the built front end (web/dist)")
file(GLOB web_files CONFIGURE_DEPENDS ${COMITY_WEB}/assets/*)
set(web_assets ${CMAKE_BINARY_DIR}/generated/web_assets.cpp)
add_custom_command(OUTPUT ${web_assets}
  COMMAND ${CMAKE_COMMAND} -DFOLDER=${COMITY_WEB} -DOUTPUT=${web_assets} -P ${CMAKE_SOURCE_DIR}/cmake/embed_web.cmake
  DEPENDS ${web_files} ${CMAKE_SOURCE_DIR}/cmake/embed_web.cmake VERBATIM)
target_sources(comity_web PRIVATE ${web_assets})
