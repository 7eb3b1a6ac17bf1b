package dev.sendero.cli.project;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/** Says when something in a project's folder has been saved. Hidden folders, such as the process's own data, are left out. */
public final class ProjectWatch implements AutoCloseable {

    /** Editors save in several steps; what follows within this time is the same save. */
    private static final long SETTLE_MILLIS = 80;

    private final Path folder;
    private final WatchService watch;
    private final Thread thread;

    private ProjectWatch(Path folder, WatchService watch, Runnable onSave) {
        this.folder = folder;
        this.watch = watch;
        thread = new Thread(() -> follow(onSave), "project-watch");
        thread.setDaemon(true);
    }

    /** @param onSave called from a thread of the watch's own, one call at a time */
    public static ProjectWatch start(Path folder, Runnable onSave) throws IOException {
        var watching = new ProjectWatch(folder, folder.getFileSystem().newWatchService(), onSave);
        watching.registerFolders();
        watching.thread.start();
        return watching;
    }

    /** Waits until the watch ends, which is when it is closed or its folder is gone. */
    public void join() throws InterruptedException {
        thread.join();
    }

    private void registerFolders() throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                if (!visited.equals(folder) && visited.getFileName().toString().startsWith(".")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                visited.register(
                        watch,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void follow(Runnable onSave) {
        try {
            while (true) {
                if (isSave(watch.take())) {
                    WatchKey more = watch.poll(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
                    while (more != null) {
                        drain(more);
                        more = watch.poll(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
                    }
                    registerFolders();
                    onSave.run();
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException("the folder " + folder + " cannot be watched any more", gone);
        }
    }

    private static boolean isSave(WatchKey key) {
        boolean save = key.pollEvents().stream()
                .anyMatch(event -> !(event.context() instanceof Path name
                        && name.toString().startsWith(".")));
        key.reset();
        return save;
    }

    private static void drain(WatchKey key) {
        key.pollEvents();
        key.reset();
    }

    @Override
    public void close() throws IOException {
        thread.interrupt();
        watch.close();
    }
}
