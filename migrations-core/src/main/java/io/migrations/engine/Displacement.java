/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.engine.Catalog.Dependent;
import io.migrations.history.RepeatableRow;
import io.migrations.history.SavedStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Drops what repeatable scripts made, with what other repeatable scripts made on top of it, after saving what the objects
 * had besides. A script's objects go together, as they are made together. Never drops anything else.
 */
final class Displacement {

    private final JdbcClient jdbc;
    private final Catalog catalog;
    private final Map<String, RepeatableRow> rows = new LinkedHashMap<>();
    private final Map<CatalogObject, RepeatableRow> owners = new HashMap<>();

    /**
     * A displacement in the transaction that the session is in.
     *
     * @param recorded all that is recorded of repeatable scripts
     */
    Displacement(JdbcClient jdbc, Collection<RepeatableRow> recorded) {
        this(jdbc, recorded, Set.of());
    }

    /** The same, where some of the objects have to stay, as nothing would make them anew. */
    Displacement(JdbcClient jdbc, Collection<RepeatableRow> recorded, Set<String> kept) {
        this.jdbc = jdbc;
        this.catalog = new Catalog(jdbc);
        recorded.forEach(row -> rows.put(row.name(), row));
        Map<String, CatalogObject> found = catalog.find(
                recorded.stream().flatMap(row -> row.objects().stream()).toList());
        recorded.forEach(row -> row.objects().stream()
                .filter(identity -> !kept.contains(identity))
                .flatMap(identity -> Optional.ofNullable(found.get(identity)).stream())
                .forEach(object -> owners.put(object, row)));
    }

    /** The scripts that made some of these. */
    Set<String> scriptsOf(Collection<Dependent> dependents) {
        Set<String> scripts = new LinkedHashSet<>();
        dependents.forEach(dependent -> owner(dependent).ifPresent(row -> scripts.add(row.name())));
        return scripts;
    }

    /**
     * The scripts whose objects have to go for those of some scripts to go: these, and those above.
     *
     * @throws DependentObjectsException where anything else depends on one of the objects
     */
    Set<String> withThoseAbove(Set<String> scripts) {
        Set<String> all = new LinkedHashSet<>(scripts);
        while (true) {
            List<Dependent> reached = catalog.withDependents(objectsOf(all));
            List<String> foreign = reached.stream()
                    .filter(dependent -> owner(dependent).isEmpty())
                    .map(Dependent::description)
                    .toList();
            if (!foreign.isEmpty()) {
                throw new DependentObjectsException(foreign);
            }
            if (!all.addAll(scriptsOf(reached))) {
                return all;
            }
        }
    }

    /**
     * Drops what these scripts made and all above it.
     *
     * @return the scripts whose objects went, in the order in which they can be made anew
     * @throws DependentObjectsException where anything else depends on one of the objects
     */
    List<Displaced> drop(Set<String> scripts) {
        Set<String> all = withThoseAbove(scripts);
        List<Dependent> order = catalog.withDependents(objectsOf(all));
        Map<String, Integer> depths = new HashMap<>();
        List<CatalogObject> objects = new ArrayList<>();
        for (Dependent dependent : order) {
            CatalogObject object = object(dependent).orElseThrow();
            objects.add(0, object);
            depths.merge(owner(dependent).orElseThrow().name(), dependent.depth(), Math::max);
        }
        List<Displaced> displaced = depths.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> save(Objects.requireNonNull(rows.get(entry.getKey())), objects))
                .toList();
        objects.forEach(object -> jdbc.sql(object.drop()).update());
        return displaced;
    }

    /** What an earlier displacement saved stays saved, unless the object has been made anew since. */
    private Displaced save(RepeatableRow row, List<CatalogObject> objects) {
        List<CatalogObject> own = objects.stream()
                .filter(object -> row.equals(owners.get(object)))
                .toList();
        return new Displaced(row, own, saved(row, own));
    }

    /** What a script's objects have, or had when they gave way. */
    List<SavedStatement> saved(RepeatableRow row) {
        return saved(row, objectsOf(Set.of(row.name())));
    }

    private List<SavedStatement> saved(RepeatableRow row, List<CatalogObject> present) {
        Set<String> identities = new LinkedHashSet<>();
        present.forEach(object -> identities.add(object.identity()));
        List<SavedStatement> saved = new ArrayList<>(row.saved().stream()
                .filter(statement -> !identities.contains(statement.object()))
                .toList());
        catalog.qualifying(() -> saved.addAll(ObjectState.of(jdbc, present)));
        return saved;
    }

    private List<CatalogObject> objectsOf(Set<String> scripts) {
        return owners.entrySet().stream()
                .filter(entry -> scripts.contains(entry.getValue().name()))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(CatalogObject::identity))
                .toList();
    }

    private Optional<RepeatableRow> owner(Dependent dependent) {
        return object(dependent).map(owners::get);
    }

    private Optional<CatalogObject> object(Dependent dependent) {
        Stream<CatalogObject> objects = owners.keySet().stream();
        return objects.filter(dependent::is).findFirst();
    }
}
