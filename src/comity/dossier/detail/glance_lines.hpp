// The lines of "At a glance", one maker each; an empty line is left out.
#pragma once

#include "comity/document/report.hpp"
#include "comity/dossier/shelf.hpp"

namespace comity::dossier {

document::Inlines glance_relations(const Shelf& shelf);    // status and recognition
document::Inlines glance_missions(const Shelf& shelf);     // embassies each way
document::Inlines glance_leaders(const Shelf& shelf);
document::Inlines glance_distance(const Shelf& shelf);     // capitals, border, hours apart
document::Inlines glance_size(const Shelf& shelf);         // population and GDP of both
document::Inlines glance_trade(const Shelf& shelf);        // latest common year, each reporter with its share
document::Inlines glance_products(const Shelf& shelf);
document::Inlines glance_investment(const Shelf& shelf);   // each way, newest position
document::Inlines glance_people(const Shelf& shelf);       // each way
document::Inlines glance_framework(const Shelf& shelf);    // investment, tax and trade agreements, visas
document::Inlines glance_politics(const Shelf& shelf);     // votes with rank
document::Inlines glance_contacts(const Shelf& shelf);     // last visit each way and last treaty

}  // namespace comity::dossier
