/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.comparison.Proposal;
import io.migrations.comparison.SchemaModel;
import io.migrations.revision.NewRevision;
import io.migrations.revision.Placement;
import io.migrations.revision.Target;
import io.migrations.script.Blank;
import io.migrations.script.Draft;
import io.migrations.script.SourceTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code revision}: writes a new revision, as Alembic's {@code revision}. */
@Command(
        name = "revision",
        description = {
            "Writes the file of a new revision into the sources.",
            "",
            "It is ready to be filled in. The revision follows the head that the sources have now, whether or not it is in this build, and is written from"
                    + " 'revision.sql.template' in the folder of the sources, if there is one. The heads are kept in"
                    + " 'heads.txt' there. No database is needed, unless with --autogenerate."
        },
        footer = {
            "  migrations revision -m \"add order notes\"",
            "  migrations revision -m \"add order fees\" --head 004 --splice --branch-label billing",
            "  migrations revision -m \"audit log\" --head base",
            "  migrations revision -m \"fill in the notes\" --java",
            "  migrations revision --autogenerate -m \"as the entities want it\"",
            "",
            "JSON: revision, file, parents, heads; of several 'revisions' with these each"
        })
final class RevisionCommand extends Subcommand {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private String message = "";

    @Option(
            names = "--head",
            paramLabel = "HEAD",
            description = "What it follows, 'head' by default; 'base' for a new root. May be given several times.")
    private List<String> heads = new ArrayList<>();

    @Option(names = "--splice", description = "Allow that it follows what is no head, and so begins a branch.")
    private boolean splice;

    @Option(
            names = "--depends-on",
            paramLabel = "REV",
            description = "A revision or branch label to be applied before. May be given several times.")
    private List<String> dependencies = new ArrayList<>();

    @Option(names = "--java", description = "Write a class instead of an SQL file.")
    private boolean java;

    @Option(
            names = "--package",
            paramLabel = "NAME",
            description = "The package of the class, by default that of the others, or the first of"
                    + " 'migrations.packages'.")
    private @Nullable String packageName;

    @Option(
            names = "--autogenerate",
            description = "Write what is missing between the migrations and the model: 'migrations.model.schema', or"
                    + " the entities. Needs a scratch database, where it is run up and down first.")
    private boolean autogenerate;

    @Option(names = "--drop-unknown", description = "Drop the tables that the model does not know.")
    private boolean dropUnknown;

    @Mixin
    private Autogenerating generating = new Autogenerating();

    @Mixin
    private Writing writing = new Writing();

    private List<String> notes = List.of();

    @Option(
            names = {"-m", "--message"},
            required = true,
            paramLabel = "TEXT",
            description = "What it does, in a few words.")
    void setMessage(String text) {
        if (text.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(), "The message of '-m' is blank: say in a few words what the revision does");
        }
        message = text;
    }

    @Override
    Report report() {
        if (packageName != null && !java) {
            throw new ParameterException(spec.commandLine(), "'--package' is for a class: add '--java'");
        }
        if (!autogenerate && (dropUnknown || generating.isUsed())) {
            throw new ParameterException(
                    spec.commandLine(), "'--rename', '--online' and '--drop-unknown' go with '--autogenerate': add it");
        }
        SourceTree tree = writing.sources(application());
        List<Target> targets = heads.isEmpty() ? List.of(Target.HEAD) : Target.parseAll(heads);
        NewRevision place =
                new Placement(targets, splice, writing.labels(), dependencies, writing.id()).in(tree.graph());
        if (autogenerate) {
            return generated(tree, place);
        }
        var draft = new Draft(writing.idOrRandom(), message, place, java ? Blank.JAVA : Blank.SQL);
        return writing.write(application(), tree, List.of(draft), packageName);
    }

    private Report generated(SourceTree tree, NewRevision place) {
        Autogenerating.requireBuilt(application(), tree);
        SchemaModel model = Autogenerating.model(application());
        Proposal proposal = generating
                .of(application(), terminal(), !isJson())
                .droppingUnknownTables(dropUnknown)
                .towards(model);
        notes = Autogenerating.notes(proposal);
        if (proposal.isEmpty()) {
            return Autogenerating.nothing("the schema of %s".formatted(model.name()), proposal);
        }
        List<Draft> drafts = Autogenerating.drafts(proposal, writing.idOrRandom(), message, place, java);
        return writing.write(application(), tree, drafts, packageName);
    }

    @Override
    List<String> notes() {
        return notes;
    }
}
