/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code CREATE TRIGGER}.
 *
 * @param table the table or view that it is on
 * @param timing when it runs
 * @param events what sets it off
 * @param reach what it sees
 * @param constrained what makes it a constraint trigger; none for any other
 * @param call what it runs; null as long as nothing is said
 * @param replacing whether one that is there already is replaced ({@code OR REPLACE})
 * @param replaced how that one was made
 */
public record CreateTrigger(
        String trigger,
        Name table,
        @Nullable TriggerTiming timing,
        List<TriggerEvent> events,
        TriggerReach reach,
        @Nullable TriggerConstraint constrained,
        @Nullable TriggerCall call,
        boolean replacing,
        @Nullable CreateTrigger replaced)
        implements Creation {

    /** Checks the names, and that it replaces one of its own. */
    public CreateTrigger {
        Names.require("trigger", trigger);
        events = List.copyOf(events);
        if (replaced != null) {
            Replacement.requireSame(object(trigger, table), replaced.object());
        }
    }

    public static CreateTrigger of(String trigger, String table) {
        return new CreateTrigger(
                trigger, Name.of(table), null, List.of(), TriggerReach.STATEMENT, null, null, false, null);
    }

    /** {@code BEFORE}. */
    public CreateTrigger before() {
        return timing(TriggerTiming.BEFORE);
    }

    /** {@code AFTER}. */
    public CreateTrigger after() {
        return timing(TriggerTiming.AFTER);
    }

    /** {@code INSTEAD OF}: in place of what is asked of a view. */
    public CreateTrigger insteadOf() {
        return timing(TriggerTiming.INSTEAD_OF);
    }

    private CreateTrigger timing(TriggerTiming other) {
        return new CreateTrigger(trigger, table, other, events, reach, constrained, call, replacing, replaced);
    }

    /** On inserts, too. */
    public CreateTrigger insert() {
        return on(TriggerEvent.of(TriggerEvent.Kind.INSERT));
    }

    /** On updates, too: of the columns named here, or of any. */
    public CreateTrigger update(String... columns) {
        return on(new TriggerEvent(TriggerEvent.Kind.UPDATE, List.of(columns)));
    }

    /** On deletes, too. */
    public CreateTrigger delete() {
        return on(TriggerEvent.of(TriggerEvent.Kind.DELETE));
    }

    /** On truncates, too. */
    public CreateTrigger truncate() {
        return on(TriggerEvent.of(TriggerEvent.Kind.TRUNCATE));
    }

    private CreateTrigger on(TriggerEvent event) {
        List<TriggerEvent> more =
                Stream.concat(events.stream(), Stream.of(event)).toList();
        return new CreateTrigger(trigger, table, timing, more, reach, constrained, call, replacing, replaced);
    }

    /** {@code FOR EACH ROW}. */
    public CreateTrigger forEachRow() {
        return reach(reach.eachRow());
    }

    /** {@code REFERENCING OLD TABLE AS}: what its function calls the rows before. */
    public CreateTrigger oldTable(String name) {
        return reach(reach.oldTable(name));
    }

    /** {@code REFERENCING NEW TABLE AS}: what its function calls the rows after. */
    public CreateTrigger newTable(String name) {
        return reach(reach.newTable(name));
    }

    /** {@code WHEN}: {@code when("OLD.qty IS DISTINCT FROM NEW.qty")}. */
    public CreateTrigger when(String condition) {
        return reach(reach.when(new Sql(condition)));
    }

    private CreateTrigger reach(TriggerReach other) {
        return new CreateTrigger(trigger, table, timing, events, other, constrained, call, replacing, replaced);
    }

    /** {@code CREATE CONSTRAINT TRIGGER}. */
    public CreateTrigger constraint() {
        return constraint(new TriggerConstraint(null, false, false));
    }

    /** {@code CREATE CONSTRAINT TRIGGER ... DEFERRABLE}: it may run at the end of the transaction. */
    public CreateTrigger deferrable() {
        return constraint(new TriggerConstraint(null, true, false));
    }

    /** {@code CREATE CONSTRAINT TRIGGER ... INITIALLY DEFERRED}: it runs at the end of the transaction. */
    public CreateTrigger initiallyDeferred() {
        return constraint(new TriggerConstraint(null, true, true));
    }

    /** {@code CREATE CONSTRAINT TRIGGER}, with all that can be said of one. */
    public CreateTrigger constraint(TriggerConstraint other) {
        return new CreateTrigger(trigger, table, timing, events, reach, other, call, replacing, replaced);
    }

    /**
     * {@code EXECUTE FUNCTION}: a function without parameters, {@code execute("touch()")}.
     *
     * @param arguments strings that it finds in {@code TG_ARGV}
     */
    public CreateTrigger execute(String function, String... arguments) {
        TriggerCall other = TriggerCall.of(function, arguments);
        return new CreateTrigger(trigger, table, timing, events, reach, constrained, other, replacing, replaced);
    }

    /** {@code OR REPLACE}, whatever there is. Leaves no inverse. */
    public CreateTrigger orReplace() {
        return new CreateTrigger(trigger, table, timing, events, reach, constrained, call, true, null);
    }

    /** {@code OR REPLACE} of a trigger that was made like that, which its inverse puts back. */
    public CreateTrigger orReplace(CreateTrigger previous) {
        return new CreateTrigger(trigger, table, timing, events, reach, constrained, call, true, previous);
    }

    @Override
    public DatabaseObject object() {
        return object(trigger, table);
    }

    private static DatabaseObject object(String trigger, Name table) {
        return new DatabaseObject(ObjectKind.TRIGGER, new Name(null, trigger), table, null);
    }

    @Override
    public boolean tolerant() {
        return false;
    }

    @Override
    public List<String> statements() {
        if (timing == null || events.isEmpty() || call == null) {
            throw new InvalidOperationException(
                    "The %s does not say when it runs, on what, or which function.".formatted(object()),
                    "Write it as trigger.before().update().forEachRow().execute(\"touch()\").");
        }
        return Phrase.of("CREATE")
                .addIf(replacing, "OR REPLACE")
                .addIf(constrained != null, "CONSTRAINT")
                .add("TRIGGER " + Identifiers.quoted(trigger))
                .add(timing.words())
                .add(events.stream().map(TriggerEvent::sql).collect(Collectors.joining(" OR ")))
                .add("ON " + table.sql())
                .addIfAny(constrained == null ? "" : constrained.sql())
                .line(reach.sql())
                .line(call.sql())
                .statement();
    }

    @Override
    public Inverse inverse() {
        return replacing
                ? Replacement.inverse(object(), replaced == null ? null : replaced.orReplace(this))
                : Creation.super.inverse();
    }
}
