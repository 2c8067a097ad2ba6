SELECT nonsense;
