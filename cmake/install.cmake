# What `cmake --install` puts where, and the Debian package that CPack makes of the same (docs/operations.md):
#   bin/comity                    the program, which looks for its parts beside itself
#   lib/comity/                   DuckDB's library (RPATH $ORIGIN/../lib/comity), the base edition with its start files, npm's data packages
#   share/comity/                 data/, sources/, derive/
#   lib/systemd/system/           the unit; lib/sysusers.d is not needed: it runs as a user made for the moment
# and, only where it is asked for (--component library), the reader of SDMX for programs of others (docs/sdmx.md):
#   include/comity/, lib/libcomity_{base,formats}.a, lib/pkgconfig/comity-sdmx.pc
include(GNUInstallDirs)
set(comity_lib lib/comity)

set_target_properties(comity_cli PROPERTIES INSTALL_RPATH "$ORIGIN/../${comity_lib}")
install(TARGETS comity_cli RUNTIME DESTINATION bin)
install(FILES ${DUCKDB_LIBRARY} DESTINATION ${comity_lib} PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
# Made by ./comity, or by: build/bin/comity build --base --output build/base.duckdb
foreach(made base.duckdb base.duckdb.pairs register.image names.index)
  install(FILES ${CMAKE_BINARY_DIR}/${made} DESTINATION ${comity_lib} OPTIONAL)
endforeach()
foreach(part cldr-core cldr-localenames-full world-atlas world-countries)
  install(DIRECTORY ${COMITY_PARTS}/${part} DESTINATION ${comity_lib}/packages FILES_MATCHING PATTERN "*.json" PATTERN "LICENSE*")
endforeach()
foreach(folder data sources derive)
  install(DIRECTORY ${CMAKE_SOURCE_DIR}/${folder} DESTINATION share/comity)
endforeach()
install(DIRECTORY ${CMAKE_SOURCE_DIR}/docs/ DESTINATION share/doc/comity/docs PATTERN pictures EXCLUDE)
install(FILES ${CMAKE_SOURCE_DIR}/README.md ${CMAKE_SOURCE_DIR}/CHANGELOG.md ${CMAKE_SOURCE_DIR}/CITATION.cff DESTINATION share/doc/comity)
install(FILES ${CMAKE_SOURCE_DIR}/LICENSE DESTINATION share/doc/comity RENAME copyright)
install(FILES ${CMAKE_SOURCE_DIR}/packaging/comity.service ${CMAKE_SOURCE_DIR}/packaging/comity-update.service
        ${CMAKE_SOURCE_DIR}/packaging/comity-update.timer DESTINATION lib/systemd/system)

install(TARGETS comity_base comity_formats ARCHIVE DESTINATION lib COMPONENT library EXCLUDE_FROM_ALL)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/src/comity/base ${CMAKE_SOURCE_DIR}/src/comity/formats DESTINATION include/comity COMPONENT library EXCLUDE_FROM_ALL FILES_MATCHING PATTERN "*.hpp")
configure_file(${CMAKE_SOURCE_DIR}/packaging/comity-sdmx.pc.in ${CMAKE_BINARY_DIR}/generated/comity-sdmx.pc @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/generated/comity-sdmx.pc DESTINATION lib/pkgconfig COMPONENT library EXCLUDE_FROM_ALL)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME comity)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "The Comity maintainers <maintainers@comity.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "what is between two countries, with a source for every figure")
set(CPACK_PACKAGE_DESCRIPTION "Turns the files of statistical offices, foreign ministries and scholars into one local knowledge base on the
relations between states; dossiers, panels, audits of texts, and a server of pages and data.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# DuckDB's library is in the package itself, not in another one.
get_filename_component(duckdb_folder ${DUCKDB_LIBRARY} DIRECTORY)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${duckdb_folder})
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${CMAKE_SOURCE_DIR}/packaging/postinst ${CMAKE_SOURCE_DIR}/packaging/prerm)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
