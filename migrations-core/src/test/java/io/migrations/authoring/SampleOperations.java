/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.authoring;

import static io.migrations.operation.Sql.sql;
import static io.migrations.operation.TableElement.check;
import static io.migrations.operation.TableElement.column;
import static io.migrations.operation.TableElement.exclude;
import static io.migrations.operation.TableElement.foreignKey;
import static io.migrations.operation.TableElement.like;
import static io.migrations.operation.TableElement.primaryKey;
import static io.migrations.operation.TableElement.unique;
import static io.migrations.operation.Types.BIGINT;
import static io.migrations.operation.Types.INTEGER;
import static io.migrations.operation.Types.TEXT;
import static io.migrations.operation.Types.numeric;
import static io.migrations.operation.Types.type;

import io.migrations.operation.AddConstraint;
import io.migrations.operation.AllInSchema;
import io.migrations.operation.BulkInsert;
import io.migrations.operation.CheckOption;
import io.migrations.operation.CreateCompositeType;
import io.migrations.operation.DatabaseObject;
import io.migrations.operation.DeleteRows;
import io.migrations.operation.Identity;
import io.migrations.operation.IndexElement;
import io.migrations.operation.Like;
import io.migrations.operation.Name;
import io.migrations.operation.NotNull;
import io.migrations.operation.ObjectKind;
import io.migrations.operation.OnCommit;
import io.migrations.operation.Operation;
import io.migrations.operation.Parallelism;
import io.migrations.operation.PartitionBound;
import io.migrations.operation.PolicyCommand;
import io.migrations.operation.Privilege;
import io.migrations.operation.Privileges;
import io.migrations.operation.ReferentialAction;
import io.migrations.operation.Rows;
import io.migrations.operation.Storage;
import io.migrations.operation.TriggerConstraint;
import io.migrations.operation.TriggerState;
import io.migrations.script.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every operation, and every option of each. */
final class SampleOperations {

    private static final List<Consumer<Operations>> ALL = List.of(
            SampleOperations::tables,
            SampleOperations::columns,
            SampleOperations::alterations,
            SampleOperations::constraints,
            SampleOperations::indexes,
            SampleOperations::types,
            SampleOperations::sequences,
            SampleOperations::views,
            SampleOperations::routines,
            SampleOperations::triggers,
            SampleOperations::privileges,
            SampleOperations::objects,
            SampleOperations::rows);

    private SampleOperations() {}

    static List<Operation> all() {
        return said(op -> ALL.forEach(part -> part.accept(op)));
    }

    static List<Operation> typical() {
        return said(op -> {
            op.createTable(
                    "orders",
                    column("id", BIGINT).identity().notNull(),
                    column("note", type("character varying(50)")).notNull().serverDefault("none"),
                    column("placed_at", type("timestamp with time zone"))
                            .notNull()
                            .serverDefault(sql("now()")),
                    primaryKey("id").named("orders_pkey"));
            op.createIndex("ix_orders_note", "orders", "note");
            op.alterColumn("orders", "note", note -> note.type(TEXT).using("note::text"));
            op.dropTable("old");
        });
    }

    private static void tables(Operations op) {
        op.createTable("\"odd.schema\".\"quo\"\"te\"", column("a \"b\" \\ c", TEXT));
        op.createTable("empty");
        op.createTable(
                "public.t",
                List.of(
                        like("other"),
                        like("b.other").including(Like.Part.DEFAULTS, Like.Part.INDEXES),
                        column("a", INTEGER),
                        primaryKey("a", "b"),
                        primaryKey("a")
                                .named("pk")
                                .include("b")
                                .with("fillfactor", 70)
                                .tablespace("fast"),
                        unique("a").nullsNotDistinct().deferrable(),
                        unique("a", "r").named("uq").withoutOverlaps().initiallyDeferred(),
                        foreignKey("a", "u", "id"),
                        foreignKey(List.of("a", "b"), "x.u", List.of("c", "d"))
                                .named("fk")
                                .matchFull()
                                .onDelete(ReferentialAction.CASCADE)
                                .onUpdate(ReferentialAction.SET_NULL)
                                .initiallyDeferred(),
                        foreignKey(List.of("a", "r"), "u", List.of("a", "r")).period(),
                        foreignKey("a", "u", "id").onDeleteSetNull("a").deferrable(),
                        foreignKey("a", "u", "id").onDeleteSetDefault("a").notEnforced(),
                        check("a > 0"),
                        check("ck", "a > 0 AND b <> 'x'").noInherit(),
                        check("ck2", "a > 0").notEnforced(),
                        exclude("ex").element("room", "=").element(sql("lower(b)"), "&&"),
                        NotNull.of("nn", "a").noInherit()),
                create -> create.comment("it's a \"table\"\nof two lines")
                        .inherits("p", "q.p")
                        .using("heap")
                        .with("fillfactor", 70)
                        .with("toast.autovacuum_enabled", false)
                        .tablespace("fast")
                        .ifNotExists());
        op.createTable("p", List.of(column("day", type("date"))), create -> create.partitionBy("RANGE (day)"));
        op.createTable("u", List.of(column("a", TEXT)), create -> create.unlogged());
        op.createTable("tmp", List.of(column("a", TEXT)), create -> create.temporary());
        op.createTable("tmp", List.of(column("a", TEXT)), create -> create.temporary(OnCommit.DROP));
        op.dropTable("t");
        op.dropTable("t", drop -> drop.ifExists().cascade());
        op.renameTable("a.t", "u");
        op.setTableSchema("a.t", "b");
        op.createPartition("t_eu", "t", PartitionBound.in("DE", "F'R"));
        op.createPartition(
                "t_d",
                "t",
                PartitionBound.DEFAULT,
                partition -> partition
                        .partitionBy("HASH (a)")
                        .with("fillfactor", 90)
                        .tablespace("fast")
                        .ifNotExists());
        op.attachPartition("t", "t_1", PartitionBound.fromTo(1, PartitionBound.MAXVALUE));
        op.detachPartition("t", "t_1");
        op.detachPartition("t", "t_1", detach -> detach.concurrently());
        op.detachPartition("t", "t_1", detach -> detach.finalizing());
    }

    private static void columns(Operations op) {
        for (String name : List.of(
                "bigint",
                "boolean",
                "bytea",
                "cidr",
                "date",
                "double precision",
                "inet",
                "integer",
                "interval",
                "json",
                "jsonb",
                "numeric",
                "real",
                "smallint",
                "text",
                "time",
                "timestamp",
                "timestamptz",
                "tsvector",
                "uuid",
                "varchar",
                "xml",
                "varchar(7)",
                "numeric(12, 2)",
                "text[]",
                "integer[][]",
                "timestamptz(3)",
                "public.\"Mood\"",
                "bit varying(3)[]",
                "char(3)")) {
            op.addColumn("t", column("c", type(name)));
        }
        op.addColumn("s.t", column("c", TEXT).notNull().collate("pg_catalog.\"C\""), add -> add.ifNotExists());
        op.addColumn(
                "t",
                column("c", TEXT).storage(Storage.EXTERNAL).compression("lz4").comment("a ${x} b"));
        op.addColumn(
                "t", column("c", BIGINT).identity(Identity.always().start(5).increment(-2)));
        op.addColumn(
                "t",
                column("c", BIGINT)
                        .identity(Identity.byDefault()
                                .minValue(1)
                                .maxValue(9_000_000_000L)
                                .cache(3)
                                .cycle(true)));
        op.addColumn("t", column("c", numeric(18, 4)).generatedStored("a + b"));
        op.addColumn("t", column("c", INTEGER).generatedVirtual("a || E'\\n'"));
        for (Object value : List.of(0, -12, 12_345_678_901L, true, "x", "it's", "back\\slash", sql("'a'::text"), 1.5)) {
            op.addColumn("t", column("c", TEXT).serverDefault(value));
        }
        op.addColumn("t", column("c", INTEGER).primaryKey());
        op.addColumn("t", column("c", INTEGER).primaryKey("pk").check("ck", "c > 0"));
        op.addColumn("t", column("c", INTEGER).unique().references("u", "id"));
        op.addColumn("t", column("c", INTEGER).unique("uq", unique -> unique.nullsNotDistinct()));
        op.addColumn("t", column("c", INTEGER).unique("uq", unique -> unique));
        op.addColumn(
                "t",
                column("c", INTEGER)
                        .references("u", "id", key -> key.named("fk").onDelete(ReferentialAction.RESTRICT)));
        op.addColumn("t", column("c", INTEGER).constraint(NotNull.of("nn", "c")).constraint(check("c > 1")));
        op.dropColumn("t", "c");
        op.dropColumn("t", "c", drop -> drop.ifExists().cascade());
    }

    private static void alterations(Operations op) {
        op.renameColumn("t", "a", "b");
        op.alterColumn("t", "a", a -> a.type(type("citext")).collate("x.y").using("a::citext"));
        op.alterColumn("t", "a", a -> a.nullable(false).serverDefault(null).comment(null));
        op.alterColumn(
                "t",
                "a",
                a -> a.nullable(true).serverDefault(sql("now()")).comment("why").newColumnName("b"));
        op.alterColumn("t", "a", a -> a.addIdentity(Identity.always()));
        op.alterColumn(
                "t", "a", a -> a.setIdentity(Identity.byDefault().start(3).cycle(false)));
        op.alterColumn("t", "a", a -> a.dropIdentity());
        op.alterColumn("t", "a", a -> a.expression("b + 1"));
        op.alterColumn("t", "a", a -> a.dropExpression());
        op.alterColumn(
                "t", "a", a -> a.storage(Storage.MAIN).compression("pglz").statistics(100));
    }

    private static void constraints(Operations op) {
        op.createPrimaryKey("pk", "s.t", "a", "b");
        op.createPrimaryKey("pk", "t", List.of("a"), key -> key.usingIndex("ix").deferrable());
        op.createUniqueConstraint("uq", "t", "a");
        op.createUniqueConstraint("uq", "t", List.of("a"), unique -> unique.usingIndex("ix"));
        op.createForeignKey("fk", "t", "u", "a", "id");
        op.createForeignKey("fk", "t", "u", List.of("a", "b"), List.of("c", "d"), key -> key.notValid());
        op.invoke(new AddConstraint(
                Name.of("t"), foreignKey(List.of("a"), "u", List.of()).named("fk")));
        op.createCheckConstraint("ck", "t", "a > 0");
        op.createCheckConstraint("ck", "t", "a\n> 0", check -> check.notValid());
        op.createExcludeConstraint(
                "ex",
                "t",
                ex -> ex.using("btree")
                        .element(IndexElement.column("a").opclass("x.ops").desc(), "=")
                        .include("b")
                        .with("fillfactor", 50)
                        .where("a > 0")
                        .initiallyDeferred());
        op.createNotNullConstraint("nn", "t", "a");
        op.createNotNullConstraint("nn", "t", "a", nn -> nn.noInherit().notValid());
        op.dropConstraint("ck", "t");
        op.dropConstraint("ck", "t", drop -> drop.ifExists().cascade());
        op.renameConstraint("t", "a", "b");
        op.validateConstraint("ck", "t");
    }

    private static void indexes(Operations op) {
        op.createIndex("ix", "t", "a", "b");
        op.createIndex(
                "ix",
                "t",
                List.of(sql("lower(a)"), "b"),
                index -> index.unique()
                        .using("gin")
                        .nullsNotDistinct()
                        .include("c")
                        .with("fastupdate", false)
                        .tablespace("fast")
                        .where("b > 0")
                        .concurrently()
                        .ifNotExists()
                        .only());
        op.createIndex(
                "ix",
                "t",
                List.of("a", "b", sql("lower(c) desc nulls last")),
                index -> index.desc("a")
                        .nullsFirst("a")
                        .nullsLast("b")
                        .collate("b", "pg_catalog.\"de-DE\"")
                        .opclass("b", "gist_trgm_ops")
                        .opclassParameter("b", "siglen", 32));
        op.dropIndex("s.ix");
        op.dropIndex("ix", drop -> drop.ifExists().cascade());
        op.dropIndex("ix", drop -> drop.concurrently());
        op.renameIndex("s.ix", "iy");
    }

    private static void types(Operations op) {
        op.createEnum("e", "A", "it's", "\"\\");
        op.createEnum("e");
        op.addEnumValue("s.e", "B");
        op.addEnumValue("e", "B", value -> value.before("A").ifNotExists());
        op.addEnumValue("e", "B", value -> value.after("A"));
        op.renameEnumValue("e", "A", "B");
        op.createType(
                "c",
                c -> c.attribute("a", TEXT).attribute(new CreateCompositeType.Attribute("b", TEXT, Name.of("x.y"))));
        op.createDomain("d", TEXT);
        op.createDomain(
                "d",
                TEXT,
                domain -> domain.collate("x.y")
                        .defaultTo("it's")
                        .notNull()
                        .check("VALUE <> ''")
                        .check("ck", "VALUE > 'a'"));
        op.addDomainCheck("d", "ck", "VALUE > 0");
        op.addDomainCheck("d", "ck", "VALUE > 0", check -> check.notValid());
        op.setDomainDefault("d", 5);
        op.setDomainDefault("d", null);
        op.setDomainNotNull("d");
        op.dropDomainNotNull("d");
        op.validateDomainConstraint("d", "ck");
        op.renameDomainConstraint("s.d", "ck", "ck2");
        op.dropDomainConstraint("d", "ck");
    }

    private static void sequences(Operations op) {
        op.createSequence("s");
        op.createSequence(
                "a.s",
                s -> s.as(INTEGER)
                        .start(10)
                        .increment(2)
                        .min(1)
                        .max(9_000_000_000L)
                        .cache(5)
                        .cycle()
                        .ownedBy("a.t", "c")
                        .ifNotExists());
        op.alterSequence("s", s -> s.cycle(false).ownedByNone());
        op.restartSequence("s");
        op.restartSequence("s", 9_000_000_000L);
    }

    private static void views(Operations op) {
        op.createView("v", " SELECT a,\n    b\n   FROM t");
        op.createView(
                "s.v",
                "SELECT 1",
                view -> view.columns("a")
                        .recursive()
                        .securityBarrier()
                        .checkOption(CheckOption.LOCAL)
                        .comment("why")
                        .orReplace());
        op.createMaterializedView("m", "SELECT 1");
        op.createMaterializedView(
                "m",
                "SELECT 1",
                view -> view.columns("a")
                        .using("heap")
                        .with("fillfactor", 70)
                        .tablespace("fast")
                        .withNoData()
                        .comment("why")
                        .ifNotExists());
        op.refreshMaterializedView("m");
        op.refreshMaterializedViewConcurrently("s.m");
    }

    private static void routines(Operations op) {
        op.createFunction(
                "touch()",
                function -> function.returns("trigger")
                        .language("plpgsql")
                        .body("\nBEGIN\n  -- \"\"\" it's \\ '${'  \n\tRETURN new;\nEND;\n"));
        op.createFunction(
                "s.f(a integer, b text DEFAULT 'x')",
                function -> function.returns(INTEGER)
                        .immutable()
                        .strict()
                        .leakproof()
                        .window()
                        .parallel(Parallelism.SAFE)
                        .cost(10)
                        .rows(20)
                        .support("s.support")
                        .language("sql")
                        .securityDefiner()
                        .set("search_path", "a", "b")
                        .set("work_mem", sql("DEFAULT"))
                        .sqlBody("RETURN a")
                        .orReplace());
        op.createFunction(
                "g()",
                function -> function.returns(INTEGER).stable().set("x.y", 1.5).body("1"));
        op.createProcedure(
                "p()", procedure -> procedure.language("sql").body("SELECT 1").orReplace());
        op.dropFunction("s.f(integer, text)");
        op.dropFunction("f", drop -> drop.ifExists());
        op.dropProcedure("p()");
        op.renameFunction("f()", "g");
        op.renameProcedure("p()", "q");
        op.execute("CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS $$\n  SELECT 1;\n$$");
    }

    private static void triggers(Operations op) {
        op.createTrigger(
                "tr",
                "s.t",
                tr -> tr.before()
                        .insert()
                        .update("a", "b")
                        .delete()
                        .forEachRow()
                        .when("new.a > 0")
                        .execute("s.touch()", "x", "it's")
                        .orReplace());
        op.createTrigger("tr", "t", tr -> tr.after().truncate().execute("touch"));
        op.createTrigger("tr", "v", tr -> tr.insteadOf().update().forEachRow().execute("touch()"));
        op.createTrigger(
                "tr", "t", tr -> tr.after().insert().oldTable("o").newTable("n").execute("touch"));
        op.createTrigger(
                "tr", "t", tr -> tr.after().insert().forEachRow().constraint().execute("touch"));
        op.createTrigger(
                "tr", "t", tr -> tr.after().insert().forEachRow().deferrable().execute("touch"));
        op.createTrigger(
                "tr",
                "t",
                tr -> tr.after().insert().forEachRow().initiallyDeferred().execute("touch"));
        op.createTrigger(
                "tr",
                "t",
                tr -> tr.after()
                        .insert()
                        .forEachRow()
                        .constraint(new TriggerConstraint(Name.of("s.u"), true, true))
                        .execute("touch"));
        op.enableTrigger("t", "tr");
        op.disableTrigger("t", "tr");
        op.setTriggerState("t", "tr", TriggerState.ENABLE_ALWAYS, TriggerState.ENABLE);
        op.enableTriggers("t");
        op.disableTriggers("t");
        op.renameTrigger("tr", "s.t", "ts");
        op.dropTrigger("tr", "s.t");
        op.createPolicy(
                "p",
                "t",
                policy -> policy.restrictive()
                        .on(PolicyCommand.SELECT)
                        .to("a", "PUBLIC")
                        .using("a > 0")
                        .withCheck("a > 1"));
        op.createPolicy("p", "t", policy -> policy);
        op.alterPolicy("p", "s.t", policy -> policy.to("b"));
        op.renamePolicy("p", "t", "q");
        op.dropPolicy("p", "t", drop -> drop.ifExists());
        op.enableRowLevelSecurity("t");
        op.disableRowLevelSecurity("t");
        op.forceRowLevelSecurity("t");
        op.noForceRowLevelSecurity("t");
    }

    private static void privileges(Operations op) {
        op.grant("SELECT, INSERT", "s.t", "a", "b");
        op.grant(Privileges.of("USAGE", "a"), DatabaseObject.schema("s"), grant -> grant.withGrantOption());
        op.grant(
                new Privileges(List.of(Privilege.of("UPDATE", "x", "y"), Privilege.of("SELECT")), List.of("a")),
                DatabaseObject.table("t"));
        op.grant(Privileges.of("SELECT", "a"), AllInSchema.tables("s"));
        op.revoke("ALL", "t", "PUBLIC");
        op.revoke(
                Privileges.of("EXECUTE", "a"),
                DatabaseObject.function("s.f(integer)"),
                revoke -> revoke.grantOptionFor().cascade());
        op.grantByDefault(
                Privileges.of("SELECT", "a"),
                ObjectKind.TABLE,
                by -> by.forRoles("o").inSchemas("s").withGrantOption());
        op.revokeByDefault(Privileges.of("EXECUTE", "PUBLIC"), ObjectKind.FUNCTION, by -> by);
    }

    private static void objects(Operations op) {
        for (DatabaseObject object : List.of(
                DatabaseObject.table("s.t"),
                DatabaseObject.view("v"),
                DatabaseObject.materializedView("m"),
                DatabaseObject.sequence("q"),
                DatabaseObject.index("i"),
                DatabaseObject.type("e"),
                DatabaseObject.domain("d"),
                DatabaseObject.schema("odd.one"),
                DatabaseObject.extension("x"),
                DatabaseObject.database("b"),
                DatabaseObject.function("f(integer)"),
                DatabaseObject.procedure("p()"),
                DatabaseObject.column("c", "s.t"),
                DatabaseObject.trigger("tr", "t"),
                DatabaseObject.policy("p", "t"),
                DatabaseObject.constraint("ck", "t"),
                DatabaseObject.domainConstraint("ck", "d"))) {
            op.comment(object, "it's \"said\"\nin lines");
            op.comment(object, null);
        }
        op.setSchema(DatabaseObject.view("v"), "s");
        op.ownerTo(DatabaseObject.table("t"), "boss");
        op.createSchema("s");
        op.createSchema("odd.one", schema -> schema.authorization("boss").ifNotExists());
        op.createExtension("x");
        op.createExtension(
                "x", extension -> extension.schema("s").version("1.2").cascade().ifNotExists());
        op.updateExtension("x");
        op.updateExtension("x", "2");
        op.dropExtension("x", drop -> drop.ifExists().cascade());
        op.dropSchema("odd.one");
        op.renameSchema("a", "b");
        op.dropSequence("s.q");
        op.dropView("v");
        op.dropMaterializedView("m");
        op.dropType("e");
        op.dropDomain("d");
        op.renameType("s.e", "f");
        op.renameView("v", "w");
    }

    private static void rows(Operations op) {
        op.execute("UPDATE t SET a = ':x' WHERE b = E'\\\\' AND c = '\"\"\"'");
        BulkInsert insert = BulkInsert.of(
                        "t", Rows.of("a", "b").row(1, "it's\n${x}").row(2, null))
                .keyColumns("a");
        op.invoke(insert);
        op.invoke(new DeleteRows(insert));
        op.bulkInsert("t", List.of(Map.of("a", 1)));
    }

    private static List<Operation> said(Consumer<Operations> words) {
        List<Operation> said = new ArrayList<>();
        words.accept(new Operations() {
            @Override
            public void invoke(Operation operation) {
                said.add(operation);
            }

            @Override
            public JdbcClient jdbc() {
                throw new AssertionError("No sample asks the database");
            }

            @Override
            public void irreversible(String why) {
                throw new AssertionError(why);
            }
        });
        return said;
    }
}
