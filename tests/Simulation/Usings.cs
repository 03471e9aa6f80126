global using CeActors.Simulation.Scheduling;
