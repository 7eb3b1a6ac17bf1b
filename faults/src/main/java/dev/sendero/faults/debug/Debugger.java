package dev.sendero.faults.debug;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.EventRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Waits for one virtual machine to come to a place, and holds it there: no thread of it goes on. */
public final class Debugger implements AutoCloseable {

    private static final String CONNECTOR = "com.sun.jdi.SocketListen";
    private static final String LOOPBACK = "127.0.0.1";
    private static final int CONNECT_MILLIS = 60_000;

    private final ListeningConnector connector;
    private final Map<String, Connector.Argument> arguments;
    private final String address;
    private @Nullable VirtualMachine machine;
    private volatile @Nullable Stop stop;

    private Debugger(ListeningConnector connector, Map<String, Connector.Argument> arguments, String address) {
        this.connector = connector;
        this.arguments = arguments;
        this.address = address;
    }

    /** Listens on a port of its own. */
    public static Debugger listen() {
        ListeningConnector connector = Bootstrap.virtualMachineManager().listeningConnectors().stream()
                .filter(candidate -> candidate.name().equals(CONNECTOR))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the JDK has no " + CONNECTOR));
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        argument(arguments, "localAddress").setValue(LOOPBACK);
        argument(arguments, "port").setValue("0");
        argument(arguments, "timeout").setValue(Integer.toString(CONNECT_MILLIS));
        try {
            String listening = connector.startListening(arguments);
            int port = Integer.parseInt(listening.substring(listening.lastIndexOf(':') + 1));
            argument(arguments, "port").setValue(Integer.toString(port));
            return new Debugger(connector, arguments, LOOPBACK + ":" + port);
        } catch (IOException failed) {
            throw new UncheckedIOException("no port for a debugger", failed);
        } catch (IllegalConnectorArgumentsException wrong) {
            throw new IllegalStateException(CONNECTOR + " wants other arguments", wrong);
        }
    }

    private static Connector.Argument argument(Map<String, Connector.Argument> arguments, String name) {
        Connector.Argument argument = arguments.get(name);
        if (argument == null) {
            throw new IllegalStateException(CONNECTOR + " has no argument " + name);
        }
        return argument;
    }

    /** The option with which a virtual machine comes to this debugger when it starts. */
    public String option() {
        return "-agentlib:jdwp=transport=dt_socket,server=n,suspend=n,address=" + address;
    }

    /** Returns when the machine that was started with {@link #option} is there. */
    public void connect() {
        try {
            VirtualMachine there = connector.accept(arguments);
            machine = there;
            // From the beginning: the machine is held when nobody takes its events.
            var events = new Thread(() -> readEvents(there), "debugger");
            events.setDaemon(true);
            events.start();
        } catch (IOException failed) {
            throw new UncheckedIOException("no virtual machine has come to the debugger", failed);
        } catch (IllegalConnectorArgumentsException wrong) {
            throw new IllegalStateException(CONNECTOR + " wants other arguments", wrong);
        }
    }

    /**
     * Begins to wait for a place.
     *
     * @return done when the machine stands there; failed when it ended before
     */
    public Stop stopAt(Place place) {
        VirtualMachine there = connected();
        var wanted = new Stop(place);
        stop = wanted;
        var classes = there.classesByName(place.point().className());
        if (classes.isEmpty()) {
            var preparation = there.eventRequestManager().createClassPrepareRequest();
            preparation.addClassFilter(place.point().className());
            preparation.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
            preparation.enable();
        }
        classes.forEach(type -> breakAt(there, type, place));
        return wanted;
    }

    private VirtualMachine connected() {
        if (machine == null) {
            throw new IllegalStateException("debugger: not connected (expected: connected before)");
        }
        return machine;
    }

    private static void breakAt(VirtualMachine there, ReferenceType type, Place place) {
        CodePoint point = place.point();
        Method method = type.methodsByName(point.method()).stream()
                .filter(candidate -> !candidate.isBridge() && !candidate.isSynthetic())
                .filter(candidate -> candidate.argumentTypeNames().size() == point.parameters())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("kill point: " + point + " is not in " + type.name()));
        BreakpointRequest request = there.eventRequestManager().createBreakpointRequest(method.location());
        request.setSuspendPolicy(place.stands() ? EventRequest.SUSPEND_ALL : EventRequest.SUSPEND_EVENT_THREAD);
        request.enable();
    }

    private void readEvents(VirtualMachine there) {
        try {
            while (true) {
                EventSet set = there.eventQueue().remove();
                Stop wanted = stop;
                boolean arrived = false;
                for (Event event : set) {
                    if (wanted != null && event instanceof ClassPrepareEvent prepared) {
                        breakAt(there, prepared.referenceType(), wanted.place);
                    } else if (wanted != null && event instanceof BreakpointEvent hit) {
                        arrived |= wanted.arrivesAt(hit);
                    }
                }
                if (!arrived) {
                    set.resume();
                }
            }
        } catch (VMDisconnectedException ended) {
            fail(new IllegalStateException("the process has ended before it came there"));
        } catch (InterruptedException | RuntimeException failed) {
            fail(failed);
        }
    }

    private void fail(Exception reason) {
        Stop wanted = stop;
        if (wanted != null) {
            wanted.arrival.completeExceptionally(reason);
        }
    }

    @Override
    public void close() {
        try {
            connector.stopListening(arguments);
        } catch (IOException | IllegalConnectorArgumentsException closed) {
            // Nobody comes any more either way.
        }
    }

    /** The arrival of a machine at a place. */
    public static final class Stop {

        private final Place place;
        private final CompletableFuture<Boolean> arrival = new CompletableFuture<>();
        private int left;

        private Stop(Place place) {
            this.place = place;
            this.left = place.hit();
        }

        private boolean arrivesAt(BreakpointEvent hit) {
            if (arrival.isDone() || !place.isMeant(hit) || --left > 0) {
                return false;
            }
            arrival.complete(true);
            return true;
        }

        /**
         * @return whether the machine stands there now; false when patience ran out first
         * @throws IllegalStateException when it has ended before
         */
        public boolean await(Duration patience) {
            try {
                return arrival.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                return false;
            } catch (ExecutionException failed) {
                throw new IllegalStateException(String.valueOf(failed.getCause()), failed);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
