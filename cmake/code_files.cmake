# The files whose code decides what reading a source gives, what assembling an edition gives, and what its file of pairs is. Whole rooms are
# taken, less the files of the list: a new file counts until somebody has shown that it does not matter.
function(comity_code_files root reading assembling judging packing)
  foreach(room base world formats store sources facts analysis expect dossier)
    file(GLOB_RECURSE ${room} ${root}/src/comity/${room}/*.cpp ${root}/src/comity/${room}/*.hpp)
    list(SORT ${room})
  endforeach()
  set(read ${base} ${world} ${formats} ${store} ${sources})
  # These only open, compare or hand out finished editions, assemble them, or fetch files.
  list(FILTER read EXCLUDE REGEX "/world/(geography|territories|policy_map|nearest|distance|detail/(atlas|seam|polygon))\\.")
  list(FILTER read EXCLUDE REGEX "/store/(statements|edition|edition_impl|each_pair|context|rows|pair_file|pair_file_layout|write_pair_file|packed_bytes|packed_facts|packed_context|text_numbers)\\.")
  list(FILTER read EXCLUDE REGEX
       "/sources/(assembly|amendment|moved_pairs|groundwork|derived_facts|fragment_summary|predecessor|edition_builder|own_tables|register_tables|mirror_facts|disagreements|edition_diff|control_totals|export|get|lock_file|unpack|file_hashes|code_hashes|provider|request|plan_requests|ask|update|live_settings|live_dates|sdmx_question)\\.")
  set(made ${base} ${world} ${store} ${sources} ${facts} ${analysis} ${expect})
  list(FILTER made EXCLUDE REGEX
       "/store/(statements|edition|edition_impl|each_pair|context|rows|pair_file|pair_file_layout|write_pair_file|packed_bytes|packed_facts|packed_context|text_numbers)\\.|/sources/(moved_pairs|edition_diff|control_totals|export|get|lock_file|unpack|file_hashes|provider|request|plan_requests|ask|update|live_settings|sdmx_question)\\.|/facts/citations\\.")
  set(judge ${dossier})
  list(FILTER judge EXCLUDE REGEX "/dossier/sections|/dossier/dossier\\.")
  set(pack ${base} ${facts} ${store} ${root}/src/comity/sources/moved_pairs.cpp)
  list(FILTER pack EXCLUDE REGEX "/store/(sdmx_functions|record_functions|record_account|staging|statements)\\.|/facts/citations\\.")
  set(${judging} ${judge} PARENT_SCOPE)
  set(${packing} ${pack} PARENT_SCOPE)
  set(${reading} ${read} PARENT_SCOPE)
  set(${assembling} ${made} PARENT_SCOPE)
endfunction()
